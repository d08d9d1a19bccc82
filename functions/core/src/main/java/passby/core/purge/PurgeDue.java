package passby.core.purge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.core.archive.Archive;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.picture.Pictures;
import passby.core.policy.CachedPolicy;
import passby.core.retention.Cohort;

/**
 * Deletes what is due, the earliest first: marks rows, stores their list, deletes their pictures, then the rows, and leaves a
 * receipt. Runs every minute and works until the next tick. A worker may be killed at any step and several may run at once:
 * each row is deleted and counted once.
 */
public final class PurgeDue {
    /** How much before its date a row may be deleted, so that a run every minute deletes none after it. */
    public static final Duration EARLY = Duration.ofSeconds(90);

    /** A receipt tells of at most so many cohorts: their tallies are rows of one transaction with it. */
    public static final int MAX_COHORTS = 40;

    /** Rows of one receipt. Their list must fit into one item of 400 KB, at about 250 bytes each. */
    static final int BATCH_ROWS = 1_000;

    /** What DynamoDB deletes in one request (BatchWriteItem). */
    private static final int ROWS_TOGETHER = 25;

    private static final int ROWS_A_QUERY = 500;
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(60);

    private final CachedPolicy policy;
    private final ExpiringRows rows;
    private final Pictures pictures;
    private final Lanes lanes;
    private final Archive archive;
    private final EntryFactory entries;
    private final Ulids ids;
    private final Workers workers;
    private final int laneCount;
    private final Clock clock;

    /**
     * @param pool how many rows are worked on at once is its size
     * @param laneCount how many workers may run at once: a divisor of {@link ExpiringRows#SHARDS}
     */
    public PurgeDue(
            CachedPolicy policy,
            ExpiringRows rows,
            Pictures pictures,
            Lanes lanes,
            Archive archive,
            EntryFactory entries,
            Ulids ids,
            ExecutorService pool,
            int laneCount,
            Clock clock) {
        if (laneCount < 1 || ExpiringRows.SHARDS % laneCount != 0) {
            throw new IllegalArgumentException("the lanes divide the shards evenly");
        }
        this.policy = policy;
        this.rows = rows;
        this.pictures = pictures;
        this.lanes = lanes;
        this.archive = archive;
        this.entries = entries;
        this.ids = ids;
        this.workers = new Workers(pool);
        this.laneCount = laneCount;
        this.clock = clock;
    }

    /**
     * @param worker a name that no other worker has
     * @param until when to begin no further batch
     */
    public PurgeRun handle(String worker, Instant until) {
        var totals = new PurgeTotals();
        for (var number = 0; number < laneCount; number++) {
            var now = clock.instant();
            lanes.claim(number, worker, now, now.plus(CLAIM)).ifPresent(lane -> work(lane, until, totals));
        }
        return totals.run();
    }

    private void work(Lane claimed, Instant until, PurgeTotals totals) {
        var lane = claimed.batch() == null ? Optional.of(claimed) : finish(claimed, claimed.batch(), totals);
        while (lane.isPresent()) {
            var due = due(lane.get().number());
            if (due.isEmpty()) {
                break;
            }
            if (!clock.instant().isBefore(until)) {
                totals.unfinished();
                break;
            }
            var before = totals.done();
            lane = delete(lane.get(), due, until, totals);
            if (lane.isPresent() && totals.done() == before) {
                totals.unfinished();
                break;
            }
        }
        lane.ifPresent(open -> lanes.save(open.with(null, clock.instant())));
    }

    /** Of every kind the earliest rows in the lane's shards, all of them in the order of their dates. */
    private List<DueRow> due(int lane) {
        record Part(RowKind kind, int shard) {}
        var parts = new ArrayList<Part>();
        for (var kind : RowKind.values()) {
            IntStream.range(0, ExpiringRows.SHARDS)
                    .filter(shard -> shard % laneCount == lane)
                    .forEach(shard -> parts.add(new Part(kind, shard)));
        }
        var until = clock.instant().plus(EARLY);
        return workers.each(parts, part -> rows.due(part.kind(), part.shard(), until, ROWS_A_QUERY)).stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.result()))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(DueRow::dueAt))
                .toList();
    }

    /** Empty when the lane is another worker's by now, or its batch could not be ended. */
    private Optional<Lane> delete(Lane open, List<DueRow> due, Instant until, PurgeTotals totals) {
        var lane = Optional.of(open);
        for (var from = 0;
                from < due.size() && lane.isPresent() && clock.instant().isBefore(until);
                from += BATCH_ROWS) {
            var marked = mark(due.subList(from, Math.min(due.size(), from + BATCH_ROWS)), totals);
            if (!marked.isEmpty()) {
                var now = clock.instant();
                var batch = new PurgeBatch(ids.next(), now, marked);
                var begun = lane.get().with(batch, now.plus(CLAIM));
                lane = lanes.save(begun) ? finish(begun, batch, totals) : Optional.empty();
            }
        }
        return lane;
    }

    private List<Doomed> mark(List<DueRow> due, PurgeTotals totals) {
        var until = clock.instant().plus(EARLY);
        var marked = new ArrayList<Doomed>(due.size());
        for (var outcome : workers.each(due, row -> mark(row, until))) {
            switch (outcome.result()) {
                case null -> totals.failed(1);
                case Marking.Marked(var doomed) -> marked.add(doomed);
                case Marking.PicturesDue pictureRow ->
                    totals.pictures(pictureRow.pictures().size());
                case Marking.Moved() -> totals.moved();
                case Marking.Passed() -> {}
            }
        }
        return ofFewCohorts(marked);
    }

    private Marking mark(DueRow row, Instant until) {
        var marking = rows.mark(row, until);
        if (marking instanceof Marking.PicturesDue(var due, var keys, var rowDueAt)) {
            keys.forEach(pictures::delete);
            rows.postpone(due, rowDueAt);
        }
        return marking;
    }

    /** The rest stays marked, and is found again. */
    private static List<Doomed> ofFewCohorts(List<Doomed> marked) {
        var cohorts = new LinkedHashSet<Cohort>();
        return marked.stream()
                .takeWhile(doomed -> {
                    Stream.ofNullable(doomed.cohort()).forEach(cohorts::add);
                    return cohorts.size() <= MAX_COHORTS;
                })
                .toList();
    }

    private Optional<Lane> finish(Lane lane, PurgeBatch batch, PurgeTotals totals) {
        var deleted = new ArrayList<Doomed>(batch.rows().size());
        var unknown = 0;
        var gone = deleteTogether(batch.rows());
        for (var doomed : batch.rows()) {
            if (gone.contains(doomed.row())) {
                deleted.add(doomed);
            }
        }
        var left = batch.rows().stream()
                .filter(doomed -> !gone.contains(doomed.row()))
                .toList();
        for (var outcome : workers.each(left, this::delete)) {
            var fate = outcome.result() == null ? postpone(outcome.item(), totals) : outcome.result();
            switch (fate) {
                case GONE -> deleted.add(outcome.item());
                case STAYS -> {}
                case UNKNOWN -> unknown++;
            }
        }
        if (unknown > 0) {
            totals.unfinished();
            lanes.save(lane.with(batch, clock.instant()));
            return Optional.empty();
        }
        return close(lane, batch, deleted, totals);
    }

    /** Most rows go in few requests. What a store refuses of them is deleted one by one, so that it holds up nothing else. */
    private Set<DueRow> deleteTogether(List<Doomed> rows) {
        var parts = IntStream.range(0, Math.ceilDiv(rows.size(), ROWS_TOGETHER))
                .mapToObj(part -> rows.subList(part * ROWS_TOGETHER, Math.min(rows.size(), (part + 1) * ROWS_TOGETHER)))
                .toList();
        var gone = new HashSet<DueRow>();
        for (var outcome : workers.each(parts, this::deletePart)) {
            Stream.ofNullable(outcome.result()).forEach(gone::addAll);
        }
        return gone;
    }

    private Set<DueRow> deletePart(List<Doomed> part) {
        part.forEach(doomed -> doomed.pictures().forEach(pictures::delete));
        return rows.deleteTogether(part.stream().map(Doomed::row).toList());
    }

    private enum Fate {
        GONE,
        STAYS,
        /** The store did not even say whether the row is there: the batch stays open. */
        UNKNOWN
    }

    private Fate delete(Doomed doomed) {
        doomed.pictures().forEach(pictures::delete);
        return switch (rows.delete(doomed.row())) {
            case GONE -> Fate.GONE;
            case REVIVED -> Fate.STAYS;
        };
    }

    /** A row that cannot be deleted now holds up neither its batch nor the rows behind it. */
    private Fate postpone(Doomed doomed, PurgeTotals totals) {
        totals.failed(1);
        try {
            var to = clock.instant().plus(EARLY).plus(TRY_AGAIN);
            return rows.postpone(doomed.row(), to) ? Fate.STAYS : Fate.GONE;
        } catch (RuntimeException e) {
            return Fate.UNKNOWN;
        }
    }

    private Optional<Lane> close(Lane lane, PurgeBatch batch, List<Doomed> deleted, PurgeTotals totals) {
        var now = clock.instant();
        var next = lane.with(null, now.plus(CLAIM));
        if (deleted.isEmpty()) {
            return lanes.save(next) ? Optional.of(next) : Optional.empty();
        }
        var receipt = PurgeReceipt.of(batch.batchId(), deleted, now);
        archive.put(receipt.file(), receipt.document());
        var committed = Map.of(Field.SUBJECT, batch.batchId(), Field.COUNTS, receipt.summary());
        var entry = entries.create(
                EntryType.ROWS_PURGED, Outcome.DONE, policy.current().hash(), committed);
        if (lanes.close(next, receipt.cohorts(), entry) instanceof Commit.Conflict) {
            return Optional.empty();
        }
        totals.deleted(deleted, now);
        return Optional.of(next);
    }
}
