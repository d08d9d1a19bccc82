package passby.infra.capture;

import java.util.List;
import java.util.Map;
import passby.aws.api.Bucket;
import passby.aws.api.Queue;
import passby.core.retention.Timing;
import passby.infra.naming.Names;
import passby.infra.store.Keys;
import passby.infra.store.PrivateBucket;
import passby.infra.store.PrivateQueue;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.constructs.Construct;

/**
 * Where uploads arrive: the bucket of frames tells the queue of each, and what is received too often goes to the dead letters.
 * The bucket's notification stands in its own properties, so that no function of CDK's has to make it.
 */
public final class Uploads extends Construct {
    /** After which S3 deletes a frame that neither its reader nor the sweeper did. */
    public static final Duration BACKSTOP = Duration.days(2);

    /** The queue's; later than the sweeper, so that nothing waits whose frame may still be there. */
    public static final java.time.Duration KEPT = java.time.Duration.ofDays(1);

    public Uploads(Construct scope, Names names, Keys keys) {
        super(scope, "Uploads");
        var dead =
                new PrivateQueue(this, "DeadLetters", names, Queue.UPLOADS_DEAD, Timing.DEAD_LETTERS_KEPT.toSeconds());
        var uploads = new PrivateQueue(this, "Arrivals", names, Queue.UPLOADS, KEPT.toSeconds());
        uploads.queue().setVisibilityTimeout(Timing.QUEUE_VISIBILITY.toSeconds());
        uploads.queue()
                .setRedrivePolicy(Map.of(
                        "deadLetterTargetArn", dead.queue().getAttrArn(), "maxReceiveCount", Timing.QUEUE_RECEIVES));
        dead.queue()
                .setRedriveAllowPolicy(Map.of(
                        "redrivePermission",
                        "byQueue",
                        "sourceQueueArns",
                        List.of(Names.resolved(names.queueArn(Queue.UPLOADS)))));
        var frames = new PrivateBucket(this, "Frames", names, keys, Bucket.UPLOADS, Map.of("u/", BACKSTOP)).bucket();
        frames.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                .queueConfigurations(List.of(CfnBucket.QueueConfigurationProperty.builder()
                        .event("s3:ObjectCreated:*")
                        .queue(uploads.queue().getAttrArn())
                        .filter(under(Bucket.UPLOADS.prefix()))
                        .build()))
                .build());
        frames.addResourceDependency(uploads.policy());
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
