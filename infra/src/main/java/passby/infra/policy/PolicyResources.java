package passby.infra.policy;

import java.util.HashMap;
import java.util.Map;
import passby.aws.policy.PolicyTexts;
import passby.infra.functions.CityFunction;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** The steps of a deployment that CloudFormation does not know: functions of ours that it calls, and whose no it heeds. */
public final class PolicyResources extends Construct {
    /** A function that fails without an answer would otherwise hold a deployment up for an hour. */
    private static final Duration PATIENCE = Duration.minutes(2);

    public PolicyResources(Construct scope) {
        super(scope, "Deployment");
    }

    /** The second lock on the ceilings: refuses with a sentence that names the law. */
    public CfnResource check(CityFunction function, Parameters parameters) {
        return resource(function, "CheckParameters", asked(parameters));
    }

    /** The city's key, made once. */
    public CfnResource key(CityFunction function) {
        return resource(function, "MakeCityKey", Map.of());
    }

    /** The parameters as a request to the policy. */
    public CfnResource request(CityFunction function, Parameters parameters) {
        return resource(function, "RequestPolicy", asked(parameters));
    }

    /** With the hash of the access policies, so that a change of these is noticed too. */
    private static Map<String, String> asked(Parameters parameters) {
        var asked = new HashMap<>(parameters.values());
        asked.put("PolicyHash", PolicyTexts.hash());
        return asked;
    }

    private CfnResource resource(CityFunction function, String type, Map<String, String> properties) {
        var made = CustomResource.Builder.create(this, type)
                .resourceType("Custom::" + type)
                .serviceToken(function.arn())
                .serviceTimeout(PATIENCE)
                .properties(properties)
                .build();
        return Underlying.of(made, CfnResource.class);
    }
}
