package passby.infra.policy;

import java.util.List;
import passby.core.policy.Parameter;
import passby.core.policy.StateProfile;
import passby.core.retention.NonHitRetention;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.CfnRuleAssertion;
import software.amazon.awscdk.Fn;
import software.constructs.Construct;

/**
 * The first lock on the law's ceilings: a rule for each state's profile lists what a city under it may choose, and
 * CloudFormation refuses the rest before it looks at any resource.
 */
public final class ProfileRules extends Construct {
    public ProfileRules(Construct scope, Parameters parameters) {
        super(scope, "Ceilings");
        for (var profile : StateProfile.values()) {
            var rule = CfnRule.Builder.create(this, profile.code())
                    .ruleCondition(Fn.conditionEquals(parameters.value(Parameter.STATE_PROFILE), profile.code()))
                    .assertions(List.of(CfnRuleAssertion.builder()
                            .assertValue(Fn.conditionContains(
                                    profile.allowed().stream()
                                            .map(NonHitRetention::code)
                                            .toList(),
                                    parameters.value(Parameter.NON_HIT_RETENTION)))
                            .assertDescription(sentence(profile))
                            .build()))
                    .build();
            rule.overrideLogicalId("Ceiling" + profile.code());
        }
    }

    private static String sentence(StateProfile profile) {
        return "NonHitRetention is at most " + profile.ceiling().code() + " under the profile " + profile.code() + ": "
                + profile.law() + ".";
    }
}
