package passby.infra.monitoring;

import java.time.Duration;
import java.util.List;
import passby.infra.access.ResourcePolicies;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.CfnTopic;
import software.amazon.awscdk.services.sns.CfnTopicPolicy;
import software.constructs.Construct;

/**
 * Whether browsers get answers. CloudFront measures in us-east-1, and an alarm tells topics of its own region alone, so there is a topic
 * of its own.
 */
public final class EdgeAlarm extends Construct {
    private static final String NOT_ENCRYPTED =
            "A message names the distribution and a rate; a key of its own in this region would cost more than the rest of the stack.";

    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PERCENT = 5;

    private final Names names;

    /**
     * @param distribution id; empty before there is one
     * @param address who gets an e-mail; empty for nobody
     */
    public EdgeAlarm(Construct scope, Names names, String distribution, String address) {
        super(scope, "Alarm");
        this.names = names;
        var topic = topic();
        var subscription = CfnSubscription.Builder.create(this, "Subscription")
                .topicArn(topic.getRef())
                .protocol("email")
                .endpoint(address)
                .build();
        subscription.getCfnOptions().setCondition(given("HasAddress", address));
        alarm(distribution, topic).getCfnOptions().setCondition(given("HasDistribution", distribution));
    }

    private CfnTopic topic() {
        var policies = new ResourcePolicies(names).topic(ResourcePolicies.EDGE_ALARMS);
        var topic = CfnTopic.Builder.create(this, "Topic")
                .topicName(names.topic(ResourcePolicies.EDGE_ALARMS))
                .build();
        AcknowledgedFindings.on(topic)
                .checkov("CKV_AWS_26", NOT_ENCRYPTED)
                .nag("AwsSolutions-SNS3", "Its policy's first statement refuses what comes without TLS.");
        CfnTopicPolicy.Builder.create(this, "Policy")
                .topics(List.of(topic.getRef()))
                .policyDocument(PolicyDocument.Builder.create()
                        .statements(policies.grants().stream()
                                .map(grant -> grant.statement(names))
                                .toList())
                        .build())
                .build();
        return topic;
    }

    private CfnAlarm alarm(String distribution, CfnTopic topic) {
        return CfnAlarm.Builder.create(this, "WebErrors")
                .alarmName(names.named("WebErrors"))
                .alarmDescription(
                        "The web app, the public page or the API behind them answers one request in twenty with an error."
                                + " What to do: docs/runbook.md#web-errors")
                .namespace("AWS/CloudFront")
                .metricName("5xxErrorRate")
                .dimensions(List.of(dimension("DistributionId", distribution), dimension("Region", "Global")))
                .statistic("Average")
                .period((int) PERIOD.toSeconds())
                .threshold(PERCENT)
                .evaluationPeriods(2)
                .comparisonOperator("GreaterThanOrEqualToThreshold")
                .treatMissingData("notBreaching")
                .alarmActions(List.of(topic.getRef()))
                .okActions(List.of(topic.getRef()))
                .build();
    }

    private static CfnAlarm.DimensionProperty dimension(String name, String value) {
        return CfnAlarm.DimensionProperty.builder().name(name).value(value).build();
    }

    private CfnCondition given(String id, String value) {
        return CfnCondition.Builder.create(this, id)
                .expression(Fn.conditionNot(Fn.conditionEquals(value, "")))
                .build();
    }
}
