package passby.local.engine;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Tells queues what was stored in buckets, as S3 does when a bucket is configured to.
 *
 * <p>The queues of the local city forget at its end, its buckets do not. What still lies in a bucket when it is connected was not
 * processed, or its processing was not finished: it is told again, which at-least-once delivery allows at any time.
 */
final class UploadEvents {
    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Target(SqsClient sqs, LocalQueue queue) {
        void send(String message) {
            sqs.sendMessage(request -> request.queueUrl(queue.url()).messageBody(message));
        }
    }

    UploadEvents(Clock clock) {
        this.clock = clock;
    }

    void connect(LocalS3 s3, String bucket, SqsClient sqs, LocalQueue queue) {
        var target = new Target(sqs, queue);
        if (s3.ensureBucket(bucket)) {
            target.send(S3Events.test(bucket, clock.instant()));
        }
        targets.put(bucket, target);
        s3.objects(bucket).forEach(this::tell);
    }

    void tell(StoredObject object) {
        var target = targets.get(object.bucket());
        if (target != null) {
            target.send(S3Events.created(object));
        }
    }
}
