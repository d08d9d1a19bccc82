package passby.core.redate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import passby.core.id.Ulids;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.CachedPolicy;
import passby.core.policy.EffectivePolicy;
import passby.core.purge.RowKind;
import passby.core.retention.Clocks;

/**
 * Gives stored rows earlier dates when a clock of the policy was shortened. Runs every minute; what one run does not finish
 * the next one goes on with. Two runs at once do no harm: a row changes only while it has the date that was read.
 */
public final class RedateRows {
    /**
     * How long a shortening is in force before its job begins. Longer than a copy of the policy may be old and a frame may
     * take to be stored: no row is dated by the earlier clocks after the job has passed it.
     */
    public static final Duration SETTLE = CachedPolicy.MAX_AGE.plusSeconds(30);

    /** Kinds whose dates come from a clock of the policy; the others have a date of their own. */
    static final List<RowKind> KINDS =
            List.of(RowKind.READ, RowKind.FRAME, RowKind.HIT, RowKind.PLATE, RowKind.HOT_LIST_ENTRY, RowKind.OPENING);

    /** Pages of each segment between two notes of how far the job has come. */
    private static final int PAGES_A_NOTE = 8;

    /** What a run did. */
    public sealed interface Answer {
        /** Everything stored is dated by clocks no longer than those in force. */
        record Settled() implements Answer {}

        /** A shortening is in force, and its job begins when no copy of the earlier policy is used any more. */
        record Waiting() implements Answer {}

        /** @param changed rows that got an earlier date since the job began */
        record Working(long changed) implements Answer {}

        record Done(long changed) implements Answer {}
    }

    private final CachedPolicy policy;
    private final DatedRows rows;
    private final Datings datings;
    private final EntryFactory entries;
    private final Ulids ids;
    private final ExecutorService pool;
    private final Clock clock;

    /** @param pool segments are walked on it, at most {@link DatedRows#SEGMENTS} at once */
    public RedateRows(
            CachedPolicy policy,
            DatedRows rows,
            Datings datings,
            EntryFactory entries,
            Ulids ids,
            ExecutorService pool,
            Clock clock) {
        this.policy = policy;
        this.rows = rows;
        this.datings = datings;
        this.entries = entries;
        this.ids = ids;
        this.pool = pool;
        this.clock = clock;
    }

    /** @param until when to stop and leave the rest to the next run */
    public Answer handle(Instant until) {
        var effective = policy.current();
        var clocks = effective.clocks();
        var dating = datings.find().orElseGet(() -> new Dating(0, clocks, clock.instant(), null));
        if (dating.revision() == 0) {
            datings.save(new Dating(1, clocks, clock.instant(), null));
            return new Answer.Settled();
        }
        var job = dating.job();
        if (job == null) {
            return clocks.isShorterInPart(dating.dated()) ? begin(dating, effective) : settled(dating, clocks);
        }
        if (clocks.isShorterInPart(job.target())) {
            return begin(dating, effective);
        }
        return clock.instant().isBefore(job.begunAt().plus(SETTLE))
                ? new Answer.Waiting()
                : work(dating, job, effective, until);
    }

    /** A loosening took effect: what is stored from now on is dated later, what is stored already never is. */
    private Answer settled(Dating dating, Clocks clocks) {
        if (!clocks.equals(dating.dated())) {
            datings.save(new Dating(dating.revision() + 1, clocks, dating.settledAt(), null));
        }
        return new Answer.Settled();
    }

    /** A second shortening on the way begins the job anew, with the shorter of both. */
    private Answer begin(Dating dating, EffectivePolicy effective) {
        var jobId = ids.next();
        var committed = Map.of(Field.SUBJECT, jobId, Field.AFTER, effective.canonical());
        var entry = entries.create(EntryType.REDATING_BEGUN, Outcome.DONE, effective.hash(), committed);
        var job = new RedateJob(
                jobId, effective.clocks().shortest(dating.dated()), clock.instant(), entry.entryId(), Map.of(), 0);
        datings.save(new Dating(dating.revision() + 1, dating.dated(), dating.settledAt(), job), entry);
        return new Answer.Waiting();
    }

    private Answer work(Dating dating, RedateJob begun, EffectivePolicy effective, Instant until) {
        var job = begun;
        var revision = dating.revision();
        while (true) {
            var open = open(job);
            if (open.isEmpty()) {
                return close(revision, job, effective);
            }
            if (!clock.instant().isBefore(until)) {
                return new Answer.Working(job.changed());
            }
            job = pass(job, open);
            if (!datings.save(new Dating(++revision, dating.dated(), dating.settledAt(), job))) {
                return new Answer.Working(job.changed());
            }
        }
    }

    private record Segment(RowKind kind, int number) {
        String name() {
            return kind.code() + "#" + number;
        }
    }

    /** The segments of the first kind that is not done: frames and plates come after the reads that they speak of. */
    private static List<Segment> open(RedateJob job) {
        return KINDS.stream()
                .map(kind -> IntStream.range(0, DatedRows.SEGMENTS)
                        .mapToObj(number -> new Segment(kind, number))
                        .filter(segment -> !job.isDone(segment.name()))
                        .toList())
                .filter(segments -> !segments.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private RedateJob pass(RedateJob job, List<Segment> open) {
        var reached = new ConcurrentHashMap<String, String>();
        var changed = new AtomicLong();
        var tasks = new ArrayList<Future<?>>();
        for (var segment : open) {
            tasks.add(pool.submit(() -> changed.addAndGet(pass(job, segment, reached))));
        }
        tasks.forEach(RedateRows::await);
        return job.at(reached, changed.get());
    }

    private long pass(RedateJob job, Segment segment, Map<String, String> reached) {
        var changed = 0L;
        var place = job.places().get(segment.name());
        for (var pages = 0; pages < PAGES_A_NOTE && !RedateJob.DONE.equals(place); pages++) {
            var page = rows.page(segment.kind(), segment.number(), place);
            var floor = clock.instant().plus(Clocks.SHORTEST_LIFE);
            var changes = page.rows().stream()
                    .map(row -> new DatedRows.Change(row, row.under(job.target(), floor)))
                    .filter(change -> !change.before().equals(change.after()))
                    .toList();
            changed += changes.isEmpty() ? 0 : rows.change(changes);
            place = page.next() == null ? RedateJob.DONE : page.next();
            reached.put(segment.name(), place);
        }
        return changed;
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the re-dating was interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Answer close(long revision, RedateJob job, EffectivePolicy effective) {
        var counts = CanonicalJson.write(Map.of("rows", job.changed()));
        var committed = Map.of(Field.SUBJECT, job.jobId(), Field.COUNTS, counts);
        var entry = entries.create(
                EntryType.REDATING_DONE, Outcome.DONE, effective.hash(), committed, List.of(job.entryId()));
        var settledAt = clock.instant().plus(Clocks.SHORTEST_LIFE);
        var closed = new Dating(revision + 1, job.target(), settledAt, null);
        return datings.save(closed, entry) instanceof Commit.Done
                ? new Answer.Done(job.changed())
                : new Answer.Working(job.changed());
    }
}
