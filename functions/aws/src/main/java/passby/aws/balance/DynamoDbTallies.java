package passby.aws.balance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.ledger.DynamoDbWatermarks;
import passby.core.balance.Tallies;
import passby.core.balance.Tally;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.read.Admissions;
import passby.core.read.AdmitFrames;
import passby.core.retention.Cohort;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tallies, and how far the ledger has admitted frames. A cohort is two rows a day for as long as its retention. */
public final class DynamoDbTallies implements Tallies, Admissions {
    private final TallyRows tallies;
    private final DynamoDbChanges changes;
    private final DynamoDbWatermarks watermarks;

    public DynamoDbTallies(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.tallies = new TallyRows(client, tables);
        this.changes = changes;
        this.watermarks = new DynamoDbWatermarks(client, tables, changes);
    }

    @Override
    public Map<Cohort, Tally> all() {
        var filter = Expression.builder()
                .expression("begins_with(#job, :prefix)")
                .putExpressionName("#job", Tables.JOBS.partition())
                .putExpressionValue(":prefix", AttributeValue.fromS(TallyRows.PREFIX))
                .build();
        var all = new TreeMap<Cohort, Tally>();
        tallies.rows()
                .scan(scan -> scan.filterExpression(filter).consistentRead(true))
                .items()
                .forEach(row -> all.put(row.cohort(), row.tally()));
        return all;
    }

    @Override
    public void close(Cohort cohort) {
        tallies.rows().deleteItem(TallyRows.key(cohort));
    }

    @Override
    public Instant next(Instant first) {
        return watermarks.find(AdmitFrames.WATERMARK).orElse(first);
    }

    @Override
    public void skip(Instant next) {
        watermarks.advance(AdmitFrames.WATERMARK, next);
    }

    @Override
    public Commit admit(Instant next, Map<Cohort, Long> reads, Entry entry) {
        return tallies.commit(
                reads,
                count -> new Tally(count, 0, 0, 0),
                added -> {
                    var change = new ArrayList<Write>();
                    change.add(watermarks.advancement(AdmitFrames.WATERMARK, next));
                    change.addAll(added);
                    return changes.commit(change, List.of(entry));
                },
                entry);
    }
}
