package passby.core.policy;

import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** The stored versions of the effective policy. */
public interface PolicyDocuments {
    /** The version in force, read strongly; empty in a city that was never governed. Throws when it cannot be read. */
    Optional<EffectivePolicy> find();

    /** That version, whether it is in force or was before; empty when there is none. */
    Optional<EffectivePolicy> find(int version);

    /** The version that has that hash, looked for from the one in force back to the first. */
    default Optional<EffectivePolicy> withHash(String hash) {
        var policy = find();
        while (policy.isPresent() && !policy.get().hash().equals(hash)) {
            policy = find(policy.get().version() - 1);
        }
        return policy;
    }

    /** Puts the next version in force; a conflict unless its number follows that of the version in force. */
    Commit put(EffectivePolicy policy, Entry entry);

    /** The version in force. Throws when there is none or it cannot be read: without a policy nothing is answered. */
    default EffectivePolicy current() {
        return find().orElseThrow(() -> new IllegalStateException("there is no effective policy yet"));
    }
}
