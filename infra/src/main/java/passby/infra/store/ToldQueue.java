package passby.infra.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import passby.aws.api.Bucket;
import passby.aws.api.Queue;
import passby.core.retention.Timing;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.constructs.Construct;

/**
 * The queue that a bucket tells of each new object; what is received too often goes to its dead letters. The notification stands
 * in the bucket's own properties, so that no function of CDK's has to make it.
 */
public final class ToldQueue {
    private ToldQueue() {}

    /**
     * @param scope the two queues are in it
     * @param kept after which the queue drops a message, counted from when it was first sent
     */
    public static void connect(Construct scope, Names names, Queue which, Duration kept, CfnBucket bucket) {
        var queue = queue(scope, names, which, kept);
        tell(bucket, List.of(arrivals(queue, which)));
        bucket.addResourceDependency(queue.policy());
    }

    /** The same, of a bucket whose own deletions are watched. */
    public static void connect(
            Construct scope, Names names, Queue which, Duration kept, CfnBucket bucket, Backstops backstops) {
        var queue = queue(scope, names, which, kept);
        tell(bucket, List.of(arrivals(queue, which), backstops.deletions()));
        bucket.addResourceDependency(queue.policy());
        bucket.addResourceDependency(backstops.queue().policy());
    }

    private static PrivateQueue queue(Construct scope, Names names, Queue which, Duration kept) {
        var letters = which.deadLetters().orElseThrow();
        var dead = new PrivateQueue(scope, "DeadLetters", names, letters, Timing.DEAD_LETTERS_KEPT.toSeconds());
        var queue = new PrivateQueue(scope, "Arrivals", names, which, kept.toSeconds());
        queue.queue().setVisibilityTimeout(which.visibility().toSeconds());
        queue.queue()
                .setRedrivePolicy(
                        Map.of("deadLetterTargetArn", dead.queue().getAttrArn(), "maxReceiveCount", which.receives()));
        dead.queue()
                .setRedriveAllowPolicy(Map.of(
                        "redrivePermission",
                        "byQueue",
                        "sourceQueueArns",
                        List.of(Names.resolved(names.queueArn(which)))));
        return queue;
    }

    private static CfnBucket.QueueConfigurationProperty arrivals(PrivateQueue queue, Queue which) {
        return CfnBucket.QueueConfigurationProperty.builder()
                .event("s3:ObjectCreated:*")
                .queue(queue.queue().getAttrArn())
                .filter(under(which.bucket().map(Bucket::prefix).orElseThrow()))
                .build();
    }

    private static void tell(CfnBucket bucket, List<CfnBucket.QueueConfigurationProperty> configurations) {
        bucket.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                .queueConfigurations(configurations)
                .build());
    }

    private static CfnBucket.NotificationFilterProperty under(String prefix) {
        return CfnBucket.NotificationFilterProperty.builder()
                .s3Key(CfnBucket.S3KeyFilterProperty.builder()
                        .rules(List.of(CfnBucket.FilterRuleProperty.builder()
                                .name("prefix")
                                .value(prefix)
                                .build()))
                        .build())
                .build();
    }
}
