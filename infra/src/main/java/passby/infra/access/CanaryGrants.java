package passby.infra.access;

import java.util.List;
import passby.aws.api.Functions;
import passby.infra.naming.Names;

/**
 * What CodeDeploy may do when it moves calls between two versions: name the version of an alias, and look at alarms. Source: AWS managed
 * policy AWSCodeDeployRoleForLambdaLimited, which allows the same of every function.
 */
public final class CanaryGrants {
    /** Of the application and its role. */
    public static final String NAME = "canary";

    private final Names names;

    public CanaryGrants(Names names) {
        this.names = names;
    }

    public List<Grant> all() {
        var functions = Functions.ALL.stream()
                .filter(spec -> spec.hasSnapshot())
                .map(spec -> new ResourceRef.Arn(names.functionArn(spec.name()) + ":live"))
                .toArray(ResourceRef[]::new);
        return List.of(
                Grant.allow(
                        List.of("lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"),
                        functions),
                Grant.allow(List.of("cloudwatch:DescribeAlarms"), new ResourceRef.Any()));
    }
}
