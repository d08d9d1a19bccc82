package passby.aws.purge;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.purge.PurgeReport;
import passby.core.purge.PurgeReports;
import passby.core.purge.RowKind;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One row of Jobs, format version 1: it holds kinds and seconds, and nothing of any row. */
public final class DynamoDbPurgeReports implements PurgeReports {
    private static final Key KEY = Tables.JOBS.key("purge-report");

    static final TableSchema<PurgeReport> ROW = SchemaBuilder.row(Tables.JOBS, "purge report", 1, PurgeReport.class)
            .keys(report -> KEY)
            .instant("at", PurgeReport::at)
            .with("late", Converters.map(Converters.longValue()), DynamoDbPurgeReports::seconds)
            .longValue("refused", PurgeReport::refused)
            .bool("finished", PurgeReport::finished)
            .build(values -> new PurgeReport(
                    values.instant("at"),
                    late(values.map("late", Long.class)),
                    values.longValue("refused"),
                    values.bool("finished")));

    private final DynamoDbTable<PurgeReport> rows;

    public DynamoDbPurgeReports(DynamoDbClient client, Tables tables) {
        this.rows = tables.mapped(client, Tables.JOBS, ROW);
    }

    private static Map<String, Long> seconds(PurgeReport report) {
        var seconds = new HashMap<String, Long>();
        report.late().forEach((kind, late) -> seconds.put(kind.code(), late.toSeconds()));
        return seconds;
    }

    /** A kind that this version does not know is left out. */
    private static Map<RowKind, Duration> late(Map<String, Long> seconds) {
        var late = new EnumMap<RowKind, Duration>(RowKind.class);
        seconds.forEach(
                (code, amount) -> RowKind.parse(code).ifPresent(kind -> late.put(kind, Duration.ofSeconds(amount))));
        return late;
    }

    @Override
    public void put(PurgeReport report) {
        rows.putItem(report);
    }

    @Override
    public Optional<PurgeReport> find() {
        return Optional.ofNullable(rows.getItem(get -> get.key(KEY).consistentRead(true)));
    }
}
