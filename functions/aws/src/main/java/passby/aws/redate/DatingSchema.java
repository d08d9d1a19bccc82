package passby.aws.redate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.redate.Dating;
import passby.core.redate.RedateJob;
import passby.core.retention.Clocks;
import passby.core.retention.RecordClocks;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** By which clocks everything is dated, as it is stored, format version 1. Clocks are whole seconds. */
final class DatingSchema {
    static final Key KEY = Tables.JOBS.key("dating");

    static final TableSchema<Dating> ROW = SchemaBuilder.row(Tables.JOBS, "dating", 1, Dating.class)
            .keys(dating -> KEY)
            .longValue("revision", Dating::revision)
            .with("dated", clocks(), Dating::dated)
            .instant("settledAt", Dating::settledAt)
            .with("current", job(), Dating::job)
            .build(values -> new Dating(
                    values.longValue("revision"),
                    values.get("dated", Clocks.class),
                    values.instant("settledAt"),
                    values.find("current", RedateJob.class)));

    private DatingSchema() {}

    private static AttributeConverter<Clocks> clocks() {
        return Converters.part(SchemaBuilder.part("clocks", Clocks.class)
                .longValue("nonHit", clocks -> clocks.nonHit().toSeconds())
                .longValue("hit", clocks -> clocks.hit().toSeconds())
                .longValue("nonHitPictures", clocks -> clocks.nonHitPictures().toSeconds())
                .longValue("hitPictures", clocks -> clocks.hitPictures().toSeconds())
                .longValue("searchRecord", clocks -> clocks.searchRecord().toSeconds())
                .longValue("listEntry", DatingSchema::listEntry)
                .build(values -> new Clocks(
                        Duration.ofSeconds(values.longValue("nonHit")),
                        Duration.ofSeconds(values.longValue("hit")),
                        Duration.ofSeconds(values.longValue("nonHitPictures")),
                        Duration.ofSeconds(values.longValue("hitPictures")),
                        Duration.ofSeconds(values.longValue("searchRecord")),
                        listEntry(values.find("listEntry", Long.class)))));
    }

    /** Left out where it is what held before there was such a clock: functions of that version read the row as well. */
    private static @Nullable Long listEntry(Clocks clocks) {
        return clocks.listEntry().equals(RecordClocks.DEFAULT.listEntry())
                ? null
                : clocks.listEntry().toSeconds();
    }

    private static Duration listEntry(@Nullable Long seconds) {
        return seconds == null ? RecordClocks.DEFAULT.listEntry() : Duration.ofSeconds(seconds);
    }

    private static AttributeConverter<RedateJob> job() {
        return Converters.part(SchemaBuilder.part("job", RedateJob.class)
                .string("jobId", RedateJob::jobId)
                .with("target", clocks(), RedateJob::target)
                .instant("begunAt", RedateJob::begunAt)
                .string("entryId", RedateJob::entryId)
                .with("places", Converters.map(Converters.string()), RedateJob::places)
                .longValue("changed", RedateJob::changed)
                .build(values -> new RedateJob(
                        values.string("jobId"),
                        values.get("target", Clocks.class),
                        values.instant("begunAt"),
                        values.string("entryId"),
                        values.map("places", String.class),
                        values.longValue("changed"))));
    }
}
