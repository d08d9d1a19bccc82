package passby.infra.monitoring;

import java.util.List;
import java.util.Map;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.CfnRule.TargetProperty;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * Tells a topic in an account of the city's choice of every change that somebody makes to what the city stands on, past its own functions.
 * Those who could change this rule too are seen doing it: the change of a rule is such a change. CloudTrail has to have a trail in the account,
 * or EventBridge hears of nothing. Source: Amazon EventBridge User Guide, "AWS service events delivered via AWS CloudTrail" and "Sending
 * events to a target in another account".
 */
public final class ControlPlane extends Construct {
    /** Whose calls change the city; calls that only look are not events of a rule unless it asks for them. */
    static final List<String> SOURCES = List.of(
            "aws.cloudformation",
            "aws.cloudtrail",
            "aws.codedeploy",
            "aws.cognito-idp",
            "aws.dynamodb",
            "aws.events",
            "aws.iam",
            "aws.kms",
            "aws.lambda",
            "aws.logs",
            "aws.s3",
            "aws.sns",
            "aws.sqs");

    /** @param topic ARN, of another account's topic, whose policy lets this account publish */
    public ControlPlane(Construct scope, Names names, String topic) {
        super(scope, "ControlPlane");
        var role = Role.Builder.create(this, "Role")
                .roleName(Names.resolved(names.ofAccount("control-plane")))
                .description("Lets EventBridge tell of changes to the account.")
                .assumedBy(
                        ServicePrincipal.Builder.create("events.amazonaws.com").build())
                .inlinePolicies(Map.of(
                        "permissions",
                        PolicyDocument.Builder.create()
                                .statements(List.of(PolicyStatement.Builder.create()
                                        .actions(List.of("sns:Publish"))
                                        .resources(List.of(topic))
                                        .build()))
                                .build()))
                .build();
        CfnRule.Builder.create(this, "Rule")
                .name(names.named("control-plane"))
                .description("Passby: tells of each change to what the city stands on.")
                .eventPattern(Map.of(
                        "source", SOURCES,
                        "detail-type", List.of("AWS API Call via CloudTrail"),
                        "detail", Map.of("readOnly", List.of(false))))
                .targets(List.of(TargetProperty.builder()
                        .id("city")
                        .arn(topic)
                        .roleArn(role.getRoleArn())
                        .build()))
                .build();
    }
}
