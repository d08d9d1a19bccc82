package passby.aws.hit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.aws.balance.TallyRows;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.balance.Tally;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Rejected hits on their way to the non-hit clock. What fits into one transaction falls with the rejection; a hit of more steps
 * and reads is rejected in one, and {@link #finish finished} in as many as it needs.
 */
final class Rejections {
    /** Steps and reads in a transaction: it takes 90 rows, of which the hit, its new step, the entry and four tallies need ten. */
    static final int MOST_ROWS = 80;

    /** The date of a step of a hit that an officer rejected. */
    private static final TableSchema<Date> DATE = SchemaBuilder.partOfRow(Tables.HITS, "hit", Date.class)
            .keys(Date::key)
            .instant(Expiry.EXPIRES_AT, Date::expiresAt)
            .string(
                    Tables.BY_EXPIRY.sort(),
                    date -> Expiry.position(
                            date.expiresAt(),
                            date.key().partitionKeyValue().s() + "#"
                                    + date.key().sortKeyValue().orElseThrow().s()))
            .timeToLive(date -> date.expiresAt().plus(Expiry.SAFETY_NET))
            .build(values -> {
                throw new UnsupportedOperationException("written only");
            });

    private final StepWrites steps;
    private final DynamoDbTable<Date> dates;
    private final RejectedReads reads;
    private final TallyRows tallies;
    private final DynamoDbChanges changes;

    private record Date(Key key, Instant expiresAt) {}

    /** Writes of reads that fall, and what that moves from cohort to cohort. */
    private record Fall(List<Write> writes, Map<Cohort, Tally> moved) {}

    Rejections(DynamoDbClient client, Tables tables, StepWrites steps, DynamoDbChanges changes) {
        this.steps = steps;
        this.dates = tables.mapped(client, Tables.HITS, DATE);
        this.reads = new RejectedReads(client, tables);
        this.tallies = new TallyRows(client, tables);
        this.changes = changes;
    }

    Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry) {
        var fallen = reads.find(seen, expiresAt);
        var rows = seen.steps().size()
                + fallen.stream().mapToInt(RejectedReads.WithCorrections::rows).sum();
        if (rows > MOST_ROWS) {
            return changes.commit(steps.unfinished(seen, step), entry);
        }
        var fall = fall(fallen);
        var own = Stream.of(
                        steps.dated(seen, step, expiresAt),
                        dates(seen, expiresAt).toList(),
                        fall.writes())
                .flatMap(List::stream)
                .toList();
        return tallies.commit(fall.moved(), added -> changes.commit(with(own, added), List.of(entry)), entry);
    }

    /**
     * Reads first, a chunk with its tallies at a time, then steps, and the hit itself last: it is found until all is done.
     *
     * @param isLast whether no clock is to look for it any more
     */
    void finish(Hit hit, Instant expiresAt, boolean isLast) {
        var isDone = chunks(reads.find(hit, expiresAt)).stream().allMatch(this::isFallen)
                && chunksOf(dates(hit, expiresAt).toList()).allMatch(this::isWritten);
        if (isDone) {
            changes.commit(List.of(steps.finished(hit, expiresAt, isLast)), List.of());
        }
    }

    /** False where a row changed meanwhile: the next minute looks at it again. */
    private boolean isFallen(List<RejectedReads.WithCorrections> chunk) {
        var fall = fall(chunk);
        return tallies.isCommitted(fall.moved(), added -> changes.commit(with(fall.writes(), added), List.of()));
    }

    private boolean isWritten(List<Write> chunk) {
        return changes.commit(chunk, List.of()) instanceof DynamoDbChanges.Result.Done;
    }

    private static Stream<List<Write>> chunksOf(List<Write> writes) {
        return IntStream.iterate(0, from -> from < writes.size(), from -> from + MOST_ROWS)
                .mapToObj(from -> writes.subList(from, Math.min(from + MOST_ROWS, writes.size())));
    }

    private Stream<Write> dates(Hit hit, Instant expiresAt) {
        return IntStream.rangeClosed(1, hit.steps().size())
                .mapToObj(number -> new Date(HitRowKeys.step(hit.hitId(), number), expiresAt))
                .map(date -> Writes.update(
                        dates, date, IgnoreNullsMode.SCALAR_ONLY, Writes.hasKeyAndNo(dates, Expiry.MARK)));
    }

    private Fall fall(List<RejectedReads.WithCorrections> fallen) {
        var writes = new ArrayList<Write>();
        var moved = new TreeMap<Cohort, Tally>();
        for (var read : fallen) {
            read.all().forEach(row -> writes.add(reads.write(row)));
            var to = read.cohort();
            moved.merge(new Cohort(to.day(), RetentionClass.HIT), new Tally(0, 0, 1, 0), Tally::plus);
            moved.merge(to, new Tally(0, 1, 0, 0), Tally::plus);
        }
        return new Fall(writes, moved);
    }

    /** A read and its corrections are found together, so they fall together. */
    private static List<List<RejectedReads.WithCorrections>> chunks(List<RejectedReads.WithCorrections> fallen) {
        var chunks = new ArrayList<List<RejectedReads.WithCorrections>>();
        var rows = MOST_ROWS;
        for (var read : fallen) {
            if (rows + read.rows() > MOST_ROWS) {
                chunks.add(new ArrayList<>());
                rows = 0;
            }
            chunks.getLast().add(read);
            rows += read.rows();
        }
        return chunks;
    }

    private static List<Write> with(List<Write> own, List<Write> added) {
        return Stream.concat(own.stream(), added.stream()).toList();
    }
}
