package passby.core.hit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import passby.core.balance.InMemoryTallies;
import passby.core.balance.Tally;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.InMemoryHotLists;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.purge.ARow;
import passby.core.purge.InMemoryRows;
import passby.core.purge.RowKind;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.retention.RetentionClock;
import passby.core.retention.RowClock;

/** Hits and their outbox in memory. */
public final class InMemoryHits implements Hits, Outbox, UnfinishedRejections {
    private static final int MAX = 100;
    private static final Comparator<Hit> RAISED =
            Comparator.comparing(Hit::raisedAt).thenComparing(hit -> hit.hitId().value());

    private final InMemoryLedger ledger;
    private final Map<HitId, Hit> hits = new LinkedHashMap<>();
    private final Map<HitId, Instant> pending = new HashMap<>();
    private final Set<HitId> unfinished = new LinkedHashSet<>();
    private int readsAtOnce = Integer.MAX_VALUE;

    private final InMemoryRows rows;
    private final InMemoryTallies tallies;
    private final InMemoryHotLists hotLists;
    private final List<Function<Hit, List<ReadRow>>> reads = new ArrayList<>();

    /** @param hotLists where the entries are whose hits are acted upon */
    public InMemoryHits(InMemoryLedger ledger, InMemoryRows rows, InMemoryTallies tallies, InMemoryHotLists hotLists) {
        this.ledger = ledger;
        this.rows = rows;
        this.tallies = tallies;
        this.hotLists = hotLists;
    }

    /** A read of the hit's pass, as far as its clock goes. */
    public record ReadRow(String key, Instant storedAt, Instant picturesExpireAt) {}

    /** Where the reads of a hit are found that it made hits. */
    public void readsFrom(Function<Hit, List<ReadRow>> source) {
        reads.add(source);
    }

    /** Part of storing a frame: the hit with its alert pending. */
    public void raise(Hit hit) {
        ledger.exclusively(() -> {
            hits.put(hit.hitId(), hit);
            var base = RetentionClock.base(
                    hit.sighting().capturedAt(), hit.sighting().receivedAt());
            var row = new ARow(
                    RowKind.HIT,
                    hit.hitId().value(),
                    Map.of(RowClock.HIT, base),
                    hit.expiresAt(),
                    null,
                    null,
                    null,
                    List.of());
            rows.put(row.onDeleted(() -> {
                        hits.remove(hit.hitId());
                        pending.remove(hit.hitId());
                    })
                    .onDated(() -> hits.computeIfPresent(
                            hit.hitId(), (id, stored) -> with(stored, stored.steps(), row.expiresAt()))));
            return pending.put(hit.hitId(), hit.raisedAt());
        });
    }

    @Override
    public Optional<Hit> find(HitId hitId) {
        return ledger.exclusively(() -> Optional.ofNullable(hits.get(hitId)));
    }

    @Override
    public List<Hit> open() {
        return newestOpen().limit(MAX).toList();
    }

    @Override
    public List<Hit> openBefore(Hit hit) {
        return newestOpen()
                .filter(open -> RAISED.compare(open, hit) < 0)
                .limit(MAX)
                .toList();
    }

    private Stream<Hit> newestOpen() {
        return all().stream().filter(hit -> hit.state().isOpen()).sorted(RAISED.reversed());
    }

    @Override
    public List<HitId> due(Instant now) {
        return all().stream()
                .filter(hit -> HitCourse.dueAt(hit.steps())
                        .filter(due -> !now.isBefore(due))
                        .isPresent())
                .sorted(Comparator.comparing(hit -> HitCourse.dueAt(hit.steps()).orElseThrow()))
                .limit(MAX)
                .map(Hit::hitId)
                .toList();
    }

    @Override
    public List<HitId> unviewed(Instant raisedFrom, Instant raisedUntil) {
        return all().stream()
                .filter(hit -> hit.state() == HitState.ALERTED)
                .filter(hit ->
                        !hit.raisedAt().isBefore(raisedFrom) && !hit.raisedAt().isAfter(raisedUntil))
                .sorted(Comparator.comparing(Hit::raisedAt))
                .map(Hit::hitId)
                .toList();
    }

    @Override
    public Commit step(Hit seen, HitStep step, Entry entry) {
        return ledger.commit(
                () -> find(seen.hitId())
                        .filter(stored -> stored.steps().size() == seen.steps().size())
                        .isPresent(),
                () -> {
                    hits.computeIfPresent(seen.hitId(), (hitId, stored) -> stepped(stored, step));
                    seen.entriesToReview(step).forEach(listed -> askForReview(listed, step.at()));
                },
                entry);
    }

    @Override
    public Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry) {
        return ledger.exclusively(() -> {
            var commit = step(seen, step, entry);
            if (commit instanceof Commit.Done) {
                unfinished.add(seen.hitId());
                if (readsOf(seen).size() <= readsAtOnce) {
                    finish(seen, expiresAt, false);
                }
            }
            return commit;
        });
    }

    /** How many reads a rejection dates at once; with more of them it dates nothing. */
    public void datesAtOnce(int reads) {
        readsAtOnce = reads;
    }

    private List<ReadRow> readsOf(Hit hit) {
        return reads.stream().flatMap(source -> source.apply(hit).stream()).toList();
    }

    @Override
    public List<HitId> unfinished() {
        return ledger.exclusively(() -> unfinished.stream().limit(MAX).toList());
    }

    @Override
    public void finish(Hit rejected, Instant expiresAt, boolean isLast) {
        ledger.exclusively(() -> {
            rows.redate(RowKind.HIT, rejected.hitId().value(), null, expiresAt, null);
            readsOf(rejected).forEach(read -> reclassify(read, expiresAt));
            return isLast && unfinished.remove(rejected.hitId());
        });
    }

    private void reclassify(ReadRow read, Instant expiresAt) {
        var from = Cohort.of(read.storedAt(), RetentionClass.HIT);
        var to = Cohort.of(read.storedAt(), RetentionClass.NON_HIT);
        var pictures = read.picturesExpireAt().isBefore(expiresAt) ? read.picturesExpireAt() : expiresAt;
        rows.redate(RowKind.READ, read.key(), to, expiresAt, pictures);
        tallies.add(from, new Tally(0, 0, 1, 0));
        tallies.add(to, new Tally(0, 1, 0, 0));
    }

    private void askForReview(HotListEntry listed, Instant actedAt) {
        hotLists.find(listed.source(), listed.recordId())
                .flatMap(found -> found.afterHit(actedAt))
                .ifPresent(hotLists::put);
    }

    private static Hit stepped(Hit hit, HitStep step) {
        var steps = new ArrayList<>(hit.steps());
        steps.add(step);
        return with(hit, steps, hit.expiresAt());
    }

    private static Hit with(Hit hit, List<HitStep> steps, Instant expiresAt) {
        return new Hit(
                hit.hitId(),
                hit.passId(),
                hit.plateKey(),
                hit.sighting(),
                hit.matches(),
                hit.cautions(),
                hit.raisedAt(),
                expiresAt,
                steps);
    }

    @Override
    public List<HitId> pending() {
        return ledger.exclusively(() -> pending.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(MAX)
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public void postpone(HitId hitId, Instant now) {
        ledger.exclusively(() -> pending.computeIfPresent(hitId, (id, before) -> now));
    }

    @Override
    public void markSent(HitId hitId) {
        ledger.exclusively(() -> pending.remove(hitId));
    }

    public List<Hit> all() {
        return ledger.exclusively(() -> List.copyOf(hits.values()));
    }
}
