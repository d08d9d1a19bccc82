package passby.core.transparency;

import java.util.Map;
import passby.core.policy.EffectivePolicy;

/**
 * The rules under which the newest entry was written: the document to the letter, so that it has the hash that every entry names, and the
 * same in words. (product.md, J1 and J3)
 */
final class PolicyFiles {
    static final String DOCUMENT = "policy.json";
    static final String WORDS = "policy.md";

    private PolicyFiles() {}

    /** Text of each file by its name. */
    static Map<String, String> texts(EffectivePolicy policy) {
        return Map.of(DOCUMENT, policy.canonical(), WORDS, UsagePolicy.text(policy));
    }
}
