package passby.aws.balance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges.Result;
import passby.core.balance.Tally;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.retention.Cohort;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Tallies as rows of Jobs, format version 1. A transaction that adds to some replaces them as they were read; where another
 * one was faster they are read again.
 */
public final class TallyRows {
    static final String PREFIX = "tally#";
    private static final int MAX_ATTEMPTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final TableSchema<Row> ROW = SchemaBuilder.row(Tables.JOBS, "tally", 1, Row.class)
            .keys(row -> key(row.cohort()))
            .longValue("admitted", row -> row.tally().admitted())
            .longValue("in", row -> row.tally().in())
            .longValue("out", row -> row.tally().out())
            .longValue("purged", row -> row.tally().purged())
            .build(values -> new Row(
                    Cohort.parse(values.string("job").substring(PREFIX.length())),
                    new Tally(
                            values.longValue("admitted"),
                            values.longValue("in"),
                            values.longValue("out"),
                            values.longValue("purged"))));

    private final DynamoDbTable<Row> rows;

    record Row(Cohort cohort, Tally tally) {}

    public TallyRows(DynamoDbClient client, Tables tables) {
        this.rows = tables.mapped(client, Tables.JOBS, ROW);
    }

    static Key key(Cohort cohort) {
        return Tables.JOBS.key(PREFIX + cohort.code());
    }

    DynamoDbTable<Row> rows() {
        return rows;
    }

    static Row read(Map<String, AttributeValue> attributes) {
        return ROW.mapToItem(attributes);
    }

    /**
     * Commits a transaction of the caller's own writes, which come first, and additions to tallies.
     *
     * @param counts what is added to each cohort
     * @param commit the caller's transaction around these writes; its own first write decides whether there is a conflict
     */
    public Commit commit(
            Map<Cohort, Long> counts, Function<Long, Tally> tally, Function<List<Write>, Result> commit, Entry entry) {
        var more = new TreeMap<Cohort, Tally>();
        counts.forEach((cohort, count) -> more.put(cohort, tally.apply(count)));
        return commit(more, commit, entry);
    }

    /** The same with a tally for each cohort. */
    public Commit commit(Map<Cohort, Tally> more, Function<List<Write>, Result> commit, Entry entry) {
        return isCommitted(more, commit) ? new Commit.Done(entry.accepted()) : new Commit.Conflict();
    }

    /** The same without an entry of its own: a later part of a change that is entered. */
    public boolean isCommitted(Map<Cohort, Tally> more, Function<List<Write>, Result> commit) {
        for (var attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            var writes = more.entrySet().stream()
                    .map(one -> add(one.getKey(), one.getValue()))
                    .toList();
            switch (commit.apply(writes)) {
                case Result.Done() -> {
                    return true;
                }
                case Result.Refused(var positions) -> {
                    if (positions.contains(0)) {
                        return false;
                    }
                }
            }
            LockSupport.parkNanos(PAUSE.multipliedBy(attempt).toNanos());
        }
        throw new IllegalStateException("others change the same tallies at the same moment");
    }

    private Write add(Cohort cohort, Tally more) {
        var before = rows.getItem(get -> get.key(key(cohort)).consistentRead(true));
        return before == null
                ? Writes.putNew(rows, new Row(cohort, more))
                : Writes.replaceWhole(rows, new Row(cohort, before.tally().plus(more)), before);
    }
}
