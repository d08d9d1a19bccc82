package passby.infra.deployment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands between a change of code or of the account and the city.
 *
 * @param gradual whether new versions that somebody waits for are let in little by little; not at a first deployment, which has nothing to
 *     go back to
 * @param code where functions' code comes from, where only signed code may run
 * @param controlPlaneTopic ARN of an SNS topic, in an account of the city's choice, that is told of each change of the account
 */
public record Safeguards(boolean gradual, Optional<SignedCode> code, Optional<String> controlPlaneTopic) {
    public static final Safeguards USUAL = new Safeguards(true, Optional.empty(), Optional.empty());

    private static final Pattern TOPIC =
            Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}");

    public Safeguards {
        controlPlaneTopic.filter(topic -> !TOPIC.matcher(topic).matches()).ifPresent(topic -> {
            throw new IllegalArgumentException("controlPlaneTopic is the ARN of an SNS topic, not \"" + topic + "\".");
        });
    }
}
