package passby.infra.recognition;

import java.util.Arrays;
import passby.aws.api.Bucket;
import passby.core.retention.HitRetention;
import passby.infra.naming.Names;
import passby.infra.store.Keys;
import passby.infra.store.PrivateBucket;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** The bucket of crops. */
public final class PicturesBucket {
    /** A day after the longest that any read is kept, its crops are gone whatever happened. */
    public static final Duration BACKSTOP = Duration.days(1
            + Arrays.stream(HitRetention.values())
                    .mapToLong(retention -> retention.duration().toDays())
                    .max()
                    .orElseThrow());

    private PicturesBucket() {}

    public static PrivateBucket in(Construct scope, Names names, Keys keys) {
        return new PrivateBucket(scope, "Pictures", names, keys, Bucket.PICTURES, BACKSTOP);
    }
}
