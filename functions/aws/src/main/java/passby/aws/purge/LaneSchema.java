package passby.aws.purge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.purge.Lane;
import passby.core.purge.PurgeBatch;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A lane as it is stored, format version 1. Between two batches it holds nothing of any row. */
final class LaneSchema {
    private static final String PREFIX = "purge-lane#";

    static final TableSchema<Lane> ROW = SchemaBuilder.row(Tables.JOBS, "lane", 1, Lane.class)
            .keys(lane -> key(lane.number()))
            .string("worker", Lane::worker)
            .with("claimedUntil", Converters.text(Instant.class, KeyTimes::millis, Instant::parse), Lane::claimedUntil)
            .longValue("revision", Lane::revision)
            .with("batch", Converters.bytes(), lane -> bytes(lane.batch()))
            .build(values -> new Lane(
                    Integer.parseInt(values.string("job").substring(PREFIX.length())),
                    values.string("worker"),
                    values.instant("claimedUntil"),
                    values.longValue("revision"),
                    values.has("batch")
                            ? BatchFormat.read(
                                    values.get("batch", SdkBytes.class).asByteArray())
                            : null));

    private LaneSchema() {}

    static Key key(int number) {
        return Tables.JOBS.key(PREFIX + number);
    }

    private static @Nullable SdkBytes bytes(@Nullable PurgeBatch batch) {
        return batch == null ? null : SdkBytes.fromByteArray(BatchFormat.write(batch));
    }
}
