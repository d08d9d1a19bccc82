package passby.core.hit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Hits and their outbox in memory. */
public final class InMemoryHits implements Hits, Outbox {
    private static final int MAX = 100;

    private final InMemoryLedger ledger;
    private final Map<HitId, Hit> hits = new LinkedHashMap<>();
    private final Map<HitId, Instant> pending = new HashMap<>();

    public InMemoryHits(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** Part of storing a frame: the hit with its alert pending. */
    public void raise(Hit hit) {
        ledger.exclusively(() -> {
            hits.put(hit.hitId(), hit);
            return pending.put(hit.hitId(), hit.raisedAt());
        });
    }

    @Override
    public Optional<Hit> find(HitId hitId) {
        return ledger.exclusively(() -> Optional.ofNullable(hits.get(hitId)));
    }

    @Override
    public List<Hit> open() {
        return all().stream()
                .filter(hit -> hit.state().isOpen())
                .sorted(Comparator.comparing(Hit::raisedAt).reversed())
                .limit(MAX)
                .toList();
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
    public Commit step(Hit seen, HitStep step, Entry entry) {
        return ledger.commit(
                () -> find(seen.hitId())
                        .filter(stored -> stored.steps().size() == seen.steps().size())
                        .isPresent(),
                () -> hits.computeIfPresent(seen.hitId(), (hitId, stored) -> stepped(stored, step)),
                entry);
    }

    private static Hit stepped(Hit hit, HitStep step) {
        var steps = new ArrayList<>(hit.steps());
        steps.add(step);
        return new Hit(
                hit.hitId(),
                hit.passId(),
                hit.plateKey(),
                hit.sighting(),
                hit.matches(),
                hit.cautions(),
                hit.raisedAt(),
                hit.expiresAt(),
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
