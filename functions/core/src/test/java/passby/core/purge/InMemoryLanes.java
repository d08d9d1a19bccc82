package passby.core.purge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passby.core.balance.InMemoryTallies;
import passby.core.balance.Tally;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.retention.Cohort;

/** Lanes in memory, and what their receipts add up to. */
public final class InMemoryLanes implements Lanes {
    private final InMemoryLedger ledger;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final InMemoryTallies tallies;

    public InMemoryLanes(InMemoryLedger ledger, InMemoryTallies tallies) {
        this.ledger = ledger;
        this.tallies = tallies;
    }

    @Override
    public Optional<Lane> claim(int number, String worker, Instant now, Instant until) {
        return ledger.exclusively(() -> {
            var lane = lanes.getOrDefault(number, new Lane(number, "", now, 0, null));
            var free = !now.isBefore(lane.claimedUntil()) || lane.claimedUntil().isAfter(until);
            if (!free) {
                return Optional.empty();
            }
            var claimed = new Lane(number, worker, until, lane.revision() + 1, lane.batch());
            lanes.put(number, claimed);
            return Optional.of(claimed);
        });
    }

    @Override
    public boolean save(Lane lane) {
        return ledger.exclusively(() -> {
            var fits = follows(lane);
            if (fits) {
                lanes.put(lane.number(), lane);
            }
            return fits;
        });
    }

    private boolean follows(Lane lane) {
        var stored = lanes.get(lane.number());
        return stored != null && stored.worker().equals(lane.worker()) && stored.revision() + 1 == lane.revision();
    }

    @Override
    public Commit close(Lane lane, Map<Cohort, Long> counts, Entry receipt) {
        return ledger.commit(
                () -> follows(lane),
                () -> {
                    lanes.put(lane.number(), lane);
                    counts.forEach((cohort, count) -> tallies.add(cohort, new Tally(0, 0, 0, count)));
                },
                receipt);
    }

    public Duration claimLeft(int number, Instant now) {
        return ledger.exclusively(() -> Optional.ofNullable(lanes.get(number))
                .map(lane -> Duration.between(now, lane.claimedUntil()))
                .orElse(Duration.ZERO));
    }
}
