package passby.infra.policy;

import java.util.List;
import passby.core.policy.Parameter;
import passby.core.policy.StateProfile;
import passby.core.retention.HitRetention;
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
                    .assertions(List.of(
                            listed(
                                    parameters.value(Parameter.NON_HIT_RETENTION),
                                    profile.allowed().stream()
                                            .map(NonHitRetention::code)
                                            .toList(),
                                    sentence(
                                            Parameter.NON_HIT_RETENTION,
                                            profile.ceiling().code(),
                                            profile,
                                            profile.law())),
                            listed(
                                    parameters.value(Parameter.HIT_RETENTION),
                                    profile.allowedForHits().stream()
                                            .map(HitRetention::code)
                                            .toList(),
                                    sentence(
                                            Parameter.HIT_RETENTION,
                                            profile.hitCeiling().code(),
                                            profile,
                                            profile.hitLaw()))))
                    .build();
            rule.overrideLogicalId("Ceiling" + profile.code());
        }
    }

    private static CfnRuleAssertion listed(String value, List<String> allowed, String sentence) {
        return CfnRuleAssertion.builder()
                .assertValue(Fn.conditionContains(allowed, value))
                .assertDescription(sentence)
                .build();
    }

    private static String sentence(Parameter what, String ceiling, StateProfile profile, String law) {
        return what.code() + " is at most " + ceiling + " under the profile " + profile.code() + ": " + law + ".";
    }
}
