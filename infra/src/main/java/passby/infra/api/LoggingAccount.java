package passby.infra.api;

import java.util.List;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigateway.CfnAccount;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The one role by which every gateway of an account and region writes its log. It is the account's, not the deployment's, so
 * it stays when the deployment goes.
 */
final class LoggingAccount extends Construct {
    LoggingAccount(Construct scope) {
        super(scope, "Account");
        var role = Role.Builder.create(this, "Role")
                .description("Lets API Gateway write access logs.")
                .assumedBy(ServicePrincipal.Builder.create("apigateway.amazonaws.com")
                        .build())
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonAPIGatewayPushToCloudWatchLogs")))
                .build();
        role.applyRemovalPolicy(RemovalPolicy.RETAIN);
        AcknowledgedFindings.on(Underlying.of(role, CfnResource.class))
                .nag(
                        "AwsSolutions-IAM4",
                        List.of(
                                "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"),
                        "API Gateway refuses a role that may do less; it is the account's, not the city's.");
        CfnAccount.Builder.create(this, "Settings")
                .cloudWatchRoleArn(role.getRoleArn())
                .build()
                .applyRemovalPolicy(RemovalPolicy.RETAIN);
    }
}
