package passby.infra.access;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.infra.naming.Names;

/**
 * What CodeDeploy may do when it moves calls between two versions: name the version of an alias, and look at alarms. Source: AWS managed
 * policy AWSCodeDeployRoleForLambdaLimited, which allows the same of every function.
 */
public final class CanaryGrants {
    /** Of the application and its role. */
    public static final String NAME = "canary";

    private final Names names;
    private final List<FunctionSpec> functions;

    /** @param functions of the city */
    public CanaryGrants(Names names, List<FunctionSpec> functions) {
        this.names = names;
        this.functions = List.copyOf(functions);
    }

    public List<Grant> all() {
        var aliases = functions.stream()
                .filter(FunctionSpec::hasSnapshot)
                .map(spec -> new ResourceRef.Arn(names.functionArn(spec.name()) + ":live"))
                .toArray(ResourceRef[]::new);
        return List.of(
                Grant.allow(
                        List.of("lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"),
                        aliases),
                Grant.allow(List.of("cloudwatch:DescribeAlarms"), new ResourceRef.Any()));
    }
}
