package passby.infra.recognition;

import java.util.Arrays;
import java.util.Map;
import passby.aws.api.Bucket;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;
import passby.infra.naming.Names;
import passby.infra.store.Keys;
import passby.infra.store.PrivateBucket;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** The bucket of crops. Its own rules are the second lock behind the purge, a day after the longest that each class is kept. */
public final class PicturesBucket {
    /** For crops of reads that matched nothing. */
    public static final Duration NON_HITS = Duration.days(1
            + Arrays.stream(NonHitRetention.values())
                    .mapToLong(retention -> retention.duration().toDays())
                    .max()
                    .orElseThrow());

    /** For crops of hits. */
    public static final Duration HITS = Duration.days(1
            + Arrays.stream(HitRetention.values())
                    .mapToLong(retention -> retention.duration().toDays())
                    .max()
                    .orElseThrow());

    private PicturesBucket() {}

    public static PrivateBucket in(Construct scope, Names names, Keys keys) {
        return new PrivateBucket(
                scope, "Pictures", names, keys, Bucket.PICTURES, Map.of("c/n/", NON_HITS, "c/h/", HITS));
    }
}
