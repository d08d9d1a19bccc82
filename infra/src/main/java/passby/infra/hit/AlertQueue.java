package passby.infra.hit;

import java.util.List;
import java.util.Map;
import passby.aws.api.Queue;
import passby.core.retention.Timing;
import passby.infra.naming.Names;
import passby.infra.store.PrivateQueue;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.constructs.Construct;

/**
 * The queue behind the topic of alerts. Every alert comes to it as it was published, without SNS's envelope and without a
 * filter: SNS takes up to 15 minutes to change one, and knows no quiet hours.
 */
public final class AlertQueue extends Construct {
    /** @param topic where the city publishes its alerts */
    public AlertQueue(Construct scope, Names names, Topic topic) {
        super(scope, "AlertQueue");
        var dead =
                new PrivateQueue(this, "DeadLetters", names, Queue.ALERTS_DEAD, Timing.DEAD_LETTERS_KEPT.toSeconds());
        var alerts = new PrivateQueue(this, "Alerts", names, Queue.ALERTS, Timing.ALERTS_KEPT.toSeconds());
        alerts.queue().setVisibilityTimeout(Timing.QUEUE_VISIBILITY.toSeconds());
        alerts.queue()
                .setRedrivePolicy(Map.of(
                        "deadLetterTargetArn", dead.queue().getAttrArn(), "maxReceiveCount", Timing.QUEUE_RECEIVES));
        dead.queue()
                .setRedriveAllowPolicy(Map.of(
                        "redrivePermission",
                        "byQueue",
                        "sourceQueueArns",
                        List.of(Names.resolved(names.queueArn(Queue.ALERTS)))));
        var subscription = CfnSubscription.Builder.create(this, "Subscription")
                .topicArn(topic.arn())
                .protocol("sqs")
                .endpoint(alerts.queue().getAttrArn())
                .rawMessageDelivery(true)
                .build();
        subscription.addResourceDependency(alerts.policy());
    }
}
