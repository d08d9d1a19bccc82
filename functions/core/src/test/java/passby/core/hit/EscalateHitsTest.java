package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.policy.AlertingRules;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class EscalateHitsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private EffectivePolicy policy = TestData.policy(NonHitRetention.DAYS_7);
    private final EscalateHits escalate = new EscalateHits(
            city.hits(),
            new PublishAlerts(city.hits(), city.hits(), city.cameras(), city.alerts(), city.latencies(), clock),
            new EntryFactory(clock, city.entropy()),
            () -> policy,
            clock);

    EscalateHitsTest() {
        city.cameras().put(TestData.camera("cam-elm"));
    }

    private Hit raised() {
        var hit = ARead.of("upload", "7TST123", NOW)
                .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
        city.hits().raise(hit);
        return hit;
    }

    @Test
    void aPushedHitThatNobodyViewedGoesToEverybodyAfterFiveMinutesAndNotBefore() {
        var hit = raised();
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(escalate.handle()).isZero();

        clock.advance(Duration.ofMillis(1));
        assertThat(escalate.handle()).isEqualTo(1);

        assertThat(city.alerts().published()).singleElement().satisfies(alert -> {
            assertThat(alert.hitId()).isEqualTo(hit.hitId());
            assertThat(alert.escalated()).isTrue();
            assertThat(alert.text()).startsWith("Nobody has viewed this hit yet. Late: the plate was seen 5 minutes");
        });
    }

    @Test
    void itIsEscalatedOnceAndTheLedgerSaysSo() {
        var hit = raised();
        clock.advance(Duration.ofMinutes(6));
        escalate.handle();

        assertThat(escalate.handle()).isZero();

        assertThat(city.alerts().published()).hasSize(1);
        assertThat(city.hits().find(hit.hitId()).orElseThrow().steps())
                .containsExactly(new HitStep.Escalated(HitStep.CLOCK, clock.instant()));
        assertThat(city.ledger().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.type()).isEqualTo(EntryType.HIT_STEP));
    }

    @Test
    void aHitThatSomebodyViewedIsLeftAlone() {
        var hit = raised();
        city.hits().step(hit, new HitStep.Viewed("officer-lopez", NOW), TestData.entry(EntryType.HIT_STEP));
        clock.advance(Duration.ofMinutes(6));

        assertThat(escalate.handle()).isZero();
        assertThat(city.alerts().published()).isEmpty();
    }

    @Test
    void anAdvisoryHitIsNeverEscalated() {
        var pushed = raised();
        var advisory = new Hit(
                pushed.hitId(),
                pushed.passId(),
                pushed.plateKey(),
                pushed.sighting(),
                pushed.matches(),
                Set.of(Caution.CAMERA_SUSPENDED),
                pushed.raisedAt(),
                pushed.expiresAt(),
                List.of());
        assertThat(advisory.isAdvisory()).isTrue();
        city.hits().raise(advisory);
        clock.advance(Duration.ofMinutes(6));

        assertThat(escalate.handle()).isZero();
        assertThat(city.alerts().published()).isEmpty();
    }

    @Test
    void aHitOfACameraThatIsRetiredByNowIsNotEscalated() {
        raised();
        city.cameras().put(TestData.camera("cam-elm").retired(NOW.plusSeconds(60)));
        clock.advance(Duration.ofMinutes(6));

        assertThat(escalate.handle()).isZero();
    }

    @Test
    void thePolicySaysAfterHowLongAndWhetherAtAll() {
        raised();
        clock.advance(Duration.ofMinutes(6));

        policy = TestData.withAlerting(policy, new AlertingRules(true, "V", Duration.ZERO));
        assertThat(escalate.handle()).isZero();
        policy = TestData.withAlerting(policy, new AlertingRules(true, "V", Duration.ofMinutes(10)));
        assertThat(escalate.handle()).isZero();
        policy = TestData.withAlerting(policy, new AlertingRules(true, "V", Duration.ofMinutes(2)));
        assertThat(escalate.handle()).isEqualTo(1);
    }

    /** Published and not recorded: the next minute tries again. */
    @Test
    void anAlertThatCannotBePublishedIsEscalatedInTheNextMinute() {
        raised();
        clock.advance(Duration.ofMinutes(5));
        city.alerts().setReachable(false);
        assertThatThrownBy(escalate::handle).isInstanceOf(RuntimeException.class);

        city.alerts().setReachable(true);
        clock.advance(Duration.ofMinutes(1));

        assertThat(escalate.handle()).isEqualTo(1);
    }

    @Test
    void oneHitThatCannotBeEscalatedHoldsUpNoOther() {
        var bad = raised();
        var good = ARead.of("other", "7TST124", NOW)
                .hit(AHotListEntry.of("r2", "7TST124").build(), NOW.plusSeconds(1));
        city.hits().raise(good);
        clock.advance(Duration.ofMinutes(6));
        city.alerts().refuse(bad.hitId());

        assertThatThrownBy(escalate::handle).isInstanceOf(RuntimeException.class);

        assertThat(city.hits().find(good.hitId()).orElseThrow().steps())
                .containsExactly(new HitStep.Escalated(HitStep.CLOCK, clock.instant()));
        assertThat(city.hits().find(bad.hitId()).orElseThrow().steps()).isEmpty();
    }

    @Test
    void whoViewsItLaterGoesOnFromThere() {
        var hit = raised();
        clock.advance(Duration.ofMinutes(6));
        escalate.handle();
        var seen = city.hits().find(hit.hitId()).orElseThrow();

        city.hits().step(seen, new HitStep.Viewed("officer-lopez", NOW), TestData.entry(EntryType.HIT_STEP));

        assertThat(city.hits().find(hit.hitId()).orElseThrow().state()).isEqualTo(HitState.VIEWED);
    }
}
