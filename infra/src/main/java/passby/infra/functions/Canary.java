package passby.infra.functions;

import java.util.List;
import java.util.Map;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.infra.access.CanaryGrants;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnCodeDeployLambdaAliasUpdate;
import software.amazon.awscdk.CfnUpdatePolicy;
import software.amazon.awscdk.services.codedeploy.CfnApplication;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup.AlarmConfigurationProperty;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup.AlarmProperty;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup.AutoRollbackConfigurationProperty;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup.DeploymentStyleProperty;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * Lets a new version in little by little where somebody waits for it: a tenth of the calls for ten minutes, then all. When calls fail or
 * take too long meanwhile, CodeDeploy gives all of them back to the version before, and the whole deployment is rolled back.
 *
 * <p>The versions of clocks are let in at once: no two of them may do a minute's work, and their start has been rehearsed when Lambda took
 * the snapshot, without which there is no version. Source: AWS CodeDeploy User Guide, "Deployments on an AWS Lambda compute platform".
 */
public final class Canary extends Construct {
    /** Twice the period of the alarms, so that they ring before all calls go to the new version. */
    private static final String CONFIGURATION = "CodeDeployDefault.LambdaCanary10Percent10Minutes";

    private final Names names;

    public Canary(Construct scope, Names names, List<FunctionSpec> specs) {
        super(scope, "Canary");
        this.names = names;
        var application = CfnApplication.Builder.create(this, "Application")
                .applicationName(names.named(CanaryGrants.NAME))
                .computePlatform("Lambda")
                .build();
        var role = Role.Builder.create(this, "Role")
                .roleName(Names.resolved(names.ofAccount(CanaryGrants.NAME)))
                .description("Lets CodeDeploy move calls between two versions of a function.")
                .assumedBy(ServicePrincipal.Builder.create("codedeploy.amazonaws.com")
                        .build())
                .inlinePolicies(Map.of(
                        "permissions",
                        PolicyDocument.Builder.create()
                                .statements(new CanaryGrants(names, specs)
                                        .all().stream()
                                                .map(grant -> grant.statement(names))
                                                .toList())
                                .build()))
                .build();
        AcknowledgedFindings.on(Underlying.of(role, CfnRole.class))
                .nag(
                        "AwsSolutions-IAM5",
                        List.of("Resource::*"),
                        "cloudwatch:DescribeAlarms knows no resource; the role moves the aliases of the city's functions alone.");
        specs.stream().filter(Canary::guards).forEach(spec -> group(spec, application, role));
    }

    /** Whether somebody waits for the function's answer: a person, a camera, or the officer whom an alert is for. */
    public static boolean guards(FunctionSpec spec) {
        return switch (spec.trigger()) {
            case Trigger.Api _, Trigger.SignIn _ -> true;
            case Trigger.Queue(var queue) -> queue == Queue.UPLOADS;
            case Trigger.EveryMinute _,
                    Trigger.EveryHour _,
                    Trigger.EveryDay _,
                    Trigger.Deployment _,
                    Trigger.ByHand _ -> false;
        };
    }

    /** By which CloudFormation leaves the change of an alias to CodeDeploy. */
    static CfnUpdatePolicy policy(Names names, FunctionSpec spec) {
        return CfnUpdatePolicy.builder()
                .codeDeployLambdaAliasUpdate(CfnCodeDeployLambdaAliasUpdate.builder()
                        .applicationName(names.named(CanaryGrants.NAME))
                        .deploymentGroupName(names.function(spec))
                        .build())
                .build();
    }

    private void group(FunctionSpec spec, CfnApplication application, Role role) {
        CfnDeploymentGroup.Builder.create(this, spec.name())
                .applicationName(application.getRef())
                .deploymentGroupName(names.function(spec))
                .serviceRoleArn(role.getRoleArn())
                .deploymentConfigName(CONFIGURATION)
                .deploymentStyle(DeploymentStyleProperty.builder()
                        .deploymentType("BLUE_GREEN")
                        .deploymentOption("WITH_TRAFFIC_CONTROL")
                        .build())
                .alarmConfiguration(AlarmConfigurationProperty.builder()
                        .enabled(true)
                        .alarms(alarms(spec).stream()
                                .map(alarm -> AlarmProperty.builder()
                                        .name(names.named(alarm))
                                        .build())
                                .toList())
                        .build())
                .autoRollbackConfiguration(AutoRollbackConfigurationProperty.builder()
                        .enabled(true)
                        .events(List.of("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"))
                        .build())
                .build();
    }

    /**
     * Of failing and of taking too long, as they are watched all the time. A function behind the gateway answers its own failure with 500,
     * which Lambda does not count, so the gateway's alarm is asked too; a frame that is read late is an alert that comes late.
     */
    private static List<String> alarms(FunctionSpec spec) {
        var whole = spec.routes().isEmpty() ? "HitLatency" : "GatewayErrors";
        return List.of("Errors" + spec.name(), "Slow" + spec.name(), whole);
    }
}
