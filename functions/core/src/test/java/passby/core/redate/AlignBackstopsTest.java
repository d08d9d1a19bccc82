package passby.core.redate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.policy.CachedPolicy;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class AlignBackstopsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryBackstops backstops = new InMemoryBackstops();

    private AlignBackstops align() {
        return new AlignBackstops(new CachedPolicy(city.policyDocuments(), clock), backstops);
    }

    private void put(EffectivePolicy policy) {
        city.policyDocuments().put(policy);
        clock.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"FLUSH, 1", "DAYS_1, 2", "DAYS_7, 8", "DAYS_270, 271"})
    void theStoreDeletesADayAfterTheCitysOwnRetention(NonHitRetention retention, int days) {
        put(TestData.policy(retention));

        align().handle();

        assertThat(backstops.puts).containsExactly(new BackstopDays(days, 91));
    }

    @Test
    void whatPicturesMayBeKeptCountsWhereItIsLessThanTheirReads() {
        put(TestData.withImageRetention(TestData.policy(NonHitRetention.DAYS_7), ImageRetention.DAYS_3));

        align().handle();

        assertThat(backstops.puts).containsExactly(new BackstopDays(4, 4));
    }

    @Test
    void aChangeOfThePolicyChangesTheRulesBothWays() {
        var align = align();
        put(TestData.policy(1, NonHitRetention.DAYS_7));
        align.handle();
        put(TestData.policy(2, NonHitRetention.DAYS_3));
        align.handle();
        put(TestData.policy(3, NonHitRetention.DAYS_30));
        align.handle();

        assertThat(backstops.puts).extracting(BackstopDays::nonHits).containsExactly(8, 4, 31);
    }

    @Test
    void whatAgreesIsAskedForOnceAndNeverReplaced() {
        put(TestData.policy(NonHitRetention.DAYS_7));
        align().handle();
        var next = align();

        next.handle();
        next.handle();

        assertThat(backstops.puts).hasSize(1);
        assertThat(backstops.asked).isEqualTo(2);
    }

    /** A clock of part of a day cannot come from a parameter; a policy in force says what it says. */
    @Test
    void aPartOfADayCountsAsADay() {
        put(TestData.withHitRetention(TestData.policy(NonHitRetention.DAYS_7), Duration.ofHours(25)));

        align().handle();

        assertThat(backstops.puts).containsExactly(new BackstopDays(8, 3));
    }

    @ParameterizedTest
    @EnumSource
    void noRuleIsEverBelowADayOrBelowTheRetention(NonHitRetention retention) {
        var days = BackstopDays.of(TestData.policy(retention).clocks()).nonHits();

        assertThat(Duration.ofDays(days)).isGreaterThan(retention.duration());
        assertThatThrownBy(() -> new BackstopDays(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
