package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.POLICY_HASH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class ExpireConfirmationsTest {
    private static final HitStep.ConfirmationRequested URGENT =
            new HitStep.ConfirmationRequested("officer-lopez", NOW, ConfirmationSource.NCIC, HitStep.Urgency.URGENT);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Hit hit = requested();

    private Hit requested() {
        var raised = ARead.of("upload", "7TST123", NOW)
                .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
        city.hits().raise(raised);
        for (var step : List.of(
                new HitStep.Viewed("officer-lopez", NOW), new HitStep.ImageMatched("officer-lopez", NOW), URGENT)) {
            city.hits().step(stored(raised.hitId()), step, TestData.entry(EntryType.HIT_STEP));
        }
        return stored(raised.hitId());
    }

    private Hit stored(HitId hitId) {
        return city.hits().find(hitId).orElseThrow();
    }

    private ExpireConfirmations expire(Hits hits) {
        return new ExpireConfirmations(hits, new EntryFactory(clock, city.entropy()), () -> POLICY_HASH, clock);
    }

    @Test
    void anUrgentConfirmationIsOverAfterTenMinutesAndNotBefore() {
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(expire(city.hits()).handle()).isZero();

        clock.advance(Duration.ofMillis(1));
        assertThat(expire(city.hits()).handle()).isEqualTo(1);

        assertThat(stored(hit.hitId()).state()).isEqualTo(HitState.NOT_CONFIRMED);
        assertThat(expire(city.hits()).handle()).isZero();
    }

    @Test
    void theClockSaysSoInTheLedger() {
        clock.advance(Duration.ofMinutes(10));

        expire(city.hits()).handle();

        var entry = city.ledger().entries().getLast();
        assertThat(entry.type()).isEqualTo(EntryType.HIT_STEP);
        assertThat(entry.openings().get(Field.ACTOR))
                .isNotNull()
                .extracting("value")
                .isEqualTo("clock");
        assertThat(entry.openings().get(Field.REASON))
                .isNotNull()
                .extracting("value")
                .isEqualTo("timed-out");
    }

    /** The confirmation is stored between the clock's look and its write. */
    @Test
    void aConfirmationInTheSameMomentWins() {
        var confirmed = new HitStep.Confirmed("officer-lopez", clock.instant(), "dispatch 7");
        clock.advance(Duration.ofMinutes(10));
        var late =
                new LateHits(city.hits(), () -> city.hits().step(hit, confirmed, TestData.entry(EntryType.HIT_STEP)));

        assertThat(expire(late).handle()).isZero();

        assertThat(stored(hit.hitId()).state()).isEqualTo(HitState.CONFIRMED);
        assertThat(stored(hit.hitId()).steps()).hasSize(4);
    }

    /** Does something before it takes a step. */
    private record LateHits(Hits hits, Runnable before) implements Hits {
        @Override
        public Optional<Hit> find(HitId hitId) {
            return hits.find(hitId);
        }

        @Override
        public List<Hit> open() {
            return hits.open();
        }

        @Override
        public List<Hit> openBefore(Hit hit) {
            return hits.openBefore(hit);
        }

        @Override
        public List<HitId> due(Instant now) {
            return hits.due(now);
        }

        @Override
        public List<HitId> unviewed(Instant raisedFrom, Instant raisedUntil) {
            return hits.unviewed(raisedFrom, raisedUntil);
        }

        @Override
        public Commit step(Hit seen, HitStep step, Entry entry) {
            before.run();
            return hits.step(seen, step, entry);
        }

        @Override
        public Commit reject(Hit seen, HitStep.Rejected step, Instant expiresAt, Entry entry) {
            return hits.reject(seen, step, expiresAt, entry);
        }
    }
}
