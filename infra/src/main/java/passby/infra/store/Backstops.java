package passby.infra.store;

import java.util.List;
import passby.aws.api.Queue;
import passby.core.retention.Timing;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.constructs.Construct;

/**
 * The queue that hears of every object that a bucket's own rule deleted: a deletion that the city itself should have made. An
 * alarm counts what arrives; a person reads which objects, and deletes the messages.
 */
public final class Backstops extends Construct {
    private final PrivateQueue queue;

    public Backstops(Construct scope, Names names) {
        super(scope, "Backstops");
        this.queue = new PrivateQueue(this, "Deleted", names, Queue.BACKSTOPS, Timing.DEAD_LETTERS_KEPT.toSeconds());
        AcknowledgedFindings.on(queue.queue())
                .nag(
                        "AwsSolutions-SQS3",
                        "No function receives its messages, so that none can fail: a person reads them.");
    }

    /** For a bucket that tells of nothing else. */
    public void watch(CfnBucket bucket) {
        bucket.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                .queueConfigurations(List.of(deletions()))
                .build());
        bucket.addResourceDependency(queue.policy());
    }

    /** For the notifications of a bucket that tells of other things too, which then waits for {@link #queue()}. */
    CfnBucket.QueueConfigurationProperty deletions() {
        return CfnBucket.QueueConfigurationProperty.builder()
                .event("s3:LifecycleExpiration:Delete")
                .queue(queue.queue().getAttrArn())
                .build();
    }

    PrivateQueue queue() {
        return queue;
    }
}
