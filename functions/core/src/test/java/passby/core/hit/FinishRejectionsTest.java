package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryType;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** Rejections of hits with more reads than one transaction takes. */
final class FinishRejectionsTest {
    private final EffectivePolicy policy = TestData.policy(NonHitRetention.DAYS_7);
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();

    private Hit rejected(String upload) {
        var hit = ARead.of(upload, "7TST123", NOW)
                .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
        city.hits().raise(hit);
        city.hits().datesAtOnce(-1);
        var rejected = new HitStep.Rejected("officer-lopez", NOW, RejectionReason.MISREAD);
        city.hits().reject(hit, rejected, NOW.plus(Duration.ofDays(7)), TestData.entry(EntryType.HIT_STEP));
        return hit;
    }

    private Hit stored(Hit hit) {
        return city.hits().find(hit.hitId()).orElseThrow();
    }

    private FinishRejections finish(UnfinishedRejections rejections) {
        return new FinishRejections(city.hits(), rejections, () -> policy, clock);
    }

    @Test
    void theHitIsRejectedAtOnceAndFallsToTheNonHitClockInTheNextMinute() {
        var hit = rejected("upload");
        assertThat(stored(hit).state()).isEqualTo(HitState.REJECTED);
        assertThat(stored(hit).expiresAt()).isEqualTo(hit.expiresAt());

        assertThat(finish(city.hits()).handle()).isEqualTo(1);

        assertThat(stored(hit).expiresAt()).isEqualTo(hit.rejectedExpiry(Duration.ofDays(7), NOW));
    }

    @Test
    void itIsLookedAfterUntilNoFrameOfItsPassComesAnyMore() {
        rejected("upload");
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(finish(city.hits()).handle()).isEqualTo(1);
        assertThat(city.hits().unfinished()).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(finish(city.hits()).handle()).isEqualTo(1);

        assertThat(city.hits().unfinished()).isEmpty();
    }

    @Test
    void oneThatFailsHoldsUpNoOtherAndIsTriedAgain() {
        var bad = rejected("one");
        var good = rejected("two");

        assertThatThrownBy(() -> finish(new Stumbling(city.hits(), bad.hitId())).handle())
                .hasMessage("the table is busy");
        assertThat(stored(good).expiresAt()).isBefore(good.expiresAt());
        assertThat(stored(bad).expiresAt()).isEqualTo(bad.expiresAt());

        assertThat(finish(city.hits()).handle()).isEqualTo(2);
        assertThat(stored(bad).expiresAt()).isBefore(bad.expiresAt());
    }

    @Test
    void withTheStoreOutOfReachARunEndsAfterTenOfThem() {
        var tried = new ArrayList<HitId>();
        for (var n = 0; n < 12; n++) {
            rejected("upload-" + n);
        }
        var unreachable = new UnfinishedRejections() {
            @Override
            public List<HitId> unfinished() {
                return city.hits().unfinished();
            }

            @Override
            public void finish(Hit rejected, Instant expiresAt, boolean isLast) {
                tried.add(rejected.hitId());
                throw new IllegalStateException("the table is away");
            }
        };

        assertThatThrownBy(() -> finish(unreachable).handle()).hasMessage("the table is away");

        assertThat(tried).hasSize(10);
    }

    private record Stumbling(UnfinishedRejections rejections, HitId over) implements UnfinishedRejections {
        @Override
        public List<HitId> unfinished() {
            return rejections.unfinished();
        }

        @Override
        public void finish(Hit rejected, Instant expiresAt, boolean isLast) {
            if (rejected.hitId().equals(over)) {
                throw new IllegalStateException("the table is busy");
            }
            rejections.finish(rejected, expiresAt, isLast);
        }
    }
}
