package passby.aws.capture;

import java.time.Duration;
import java.time.Instant;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.capture.ProcessedUploads;
import passby.core.capture.UploadKey;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Marks of processed uploads, in the table of limits: a row for each upload, which the table's time to live takes away. */
public final class DynamoDbProcessedUploads implements ProcessedUploads {
    private static final Duration KEPT = Duration.ofHours(2);

    private static final TableSchema<Mark> ROW = SchemaBuilder.row(Tables.LIMITS, "processed upload", 1, Mark.class)
            .keys(Mark::key)
            .timeToLive(Mark::keptUntil)
            .build(values -> new Mark(
                    Tables.LIMITS.key(values.string(Tables.LIMITS.partition())),
                    Instant.ofEpochSecond(values.longValue(Tables.TIME_TO_LIVE))));

    private final DynamoDbTable<Mark> marks;

    private record Mark(Key key, Instant keptUntil) {}

    public DynamoDbProcessedUploads(DynamoDbClient client, Tables tables) {
        this.marks = tables.mapped(client, Tables.LIMITS, ROW);
    }

    @Override
    public boolean contains(UploadKey upload) {
        return marks.getItem(get -> get.key(key(upload)).consistentRead(true)) != null;
    }

    @Override
    public void add(UploadKey upload) {
        marks.putItem(new Mark(key(upload), upload.issued().plus(KEPT)));
    }

    private static Key key(UploadKey upload) {
        return Tables.LIMITS.key("processed#" + upload.uploadId());
    }
}
