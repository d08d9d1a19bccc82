package passby.infra.lists;

import java.util.Map;
import passby.aws.api.Bucket;
import passby.aws.api.Queue;
import passby.aws.lists.S3ImportOutcomes;
import passby.core.retention.Timing;
import passby.infra.naming.Names;
import passby.infra.store.Keys;
import passby.infra.store.PrivateBucket;
import passby.infra.store.ToldQueue;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Where files of lists arrive, whose bucket tells the queue of each, and where the manifests of imported ones are. */
public final class ListBuckets extends Construct {
    /** After which S3 deletes a file whose import was given up: as long as its dead letter waits for a person. */
    public static final Duration FILES = Duration.days((int) Timing.DEAD_LETTERS_KEPT.toDays());

    /** What became of a file is in the ledger for good. */
    public static final Duration OUTCOMES = Duration.days(90);

    /** Of the queue; before the file goes. */
    private static final java.time.Duration KEPT = java.time.Duration.ofDays(2);

    public ListBuckets(Construct scope, Names names, Keys keys) {
        super(scope, "Lists");
        var files = new PrivateBucket(this, "Files", names, keys, Bucket.FEEDS, Map.of(Bucket.FEEDS.prefix(), FILES));
        ToldQueue.connect(this, names, Queue.LISTS, KEPT, files.bucket());
        new PrivateBucket(this, "Manifests", names, keys, Bucket.LISTS, Map.of(S3ImportOutcomes.PREFIX, OUTCOMES));
    }
}
