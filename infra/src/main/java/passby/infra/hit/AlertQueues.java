package passby.infra.hit;

import java.util.List;
import java.util.Map;
import passby.aws.api.Queue;
import passby.core.retention.Timing;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.store.PrivateQueue;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.constructs.Construct;

/**
 * The queues behind the topic of alerts: for officers, for the city's own systems, and for its dispatch. Every alert comes to
 * each as it was published, without SNS's envelope and without a filter: SNS takes up to 15 minutes to change one, and knows
 * no quiet hours.
 */
public final class AlertQueues extends Construct {
    private final Names names;
    private final Topic topic;

    /** @param topic where the city publishes its alerts */
    public AlertQueues(Construct scope, Names names, Topic topic) {
        super(scope, "AlertQueue");
        this.names = names;
        this.topic = topic;
        subscribe("Subscription", dying(this, Queue.ALERTS, "Alerts"));
        var webhooks = new Construct(this, "Systems");
        subscribe("SystemsSubscription", dying(webhooks, Queue.WEBHOOKS, "Alerts"));
        var dispatch = new PrivateQueue(this, "Dispatch", names, Queue.CAD, Timing.ALERTS_KEPT.toSeconds());
        AcknowledgedFindings.on(dispatch.queue())
                .nag(
                        "AwsSolutions-SQS3",
                        "The city's dispatch system receives its messages: how often it tries is for it to say.");
        subscribe("DispatchSubscription", dispatch);
    }

    /** A queue whose messages die after so many receives. */
    private PrivateQueue dying(Construct scope, Queue which, String id) {
        var dead = new PrivateQueue(
                scope, "DeadLetters", names, which.deadLetters().orElseThrow(), Timing.DEAD_LETTERS_KEPT.toSeconds());
        var alerts = new PrivateQueue(scope, id, names, which, Timing.ALERTS_KEPT.toSeconds());
        alerts.queue().setVisibilityTimeout(which.visibility().toSeconds());
        alerts.queue()
                .setRedrivePolicy(
                        Map.of("deadLetterTargetArn", dead.queue().getAttrArn(), "maxReceiveCount", which.receives()));
        dead.queue()
                .setRedriveAllowPolicy(Map.of(
                        "redrivePermission",
                        "byQueue",
                        "sourceQueueArns",
                        List.of(Names.resolved(names.queueArn(which)))));
        return alerts;
    }

    private void subscribe(String id, PrivateQueue queue) {
        var subscription = CfnSubscription.Builder.create(this, id)
                .topicArn(topic.arn())
                .protocol("sqs")
                .endpoint(queue.queue().getAttrArn())
                .rawMessageDelivery(true)
                .build();
        subscription.addResourceDependency(queue.policy());
    }
}
