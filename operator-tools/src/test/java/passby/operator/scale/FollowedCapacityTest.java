package passby.operator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.operator.cost.Assumption;

/** What the bill takes of capacity that follows the day, and whether anything waits for it. */
final class FollowedCapacityTest {
    private static double usual(int minute) {
        return Day.times(minute * 60 + 30);
    }

    @Test
    void onTheUsualDayAsMuchIsUsedAsTheBillAssumesAndNothingIsRefused() {
        var day = FollowedCapacity.ofTheUsualDay();

        assertThat(day.used()).isBetween(Assumption.FOLLOWED.value(), Assumption.FOLLOWED.value() + 0.05);
        assertThat(day.refused()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void minutesThatVaryByAThirdAreNotRefused(long seed) {
        var random = new SplittableRandom(seed);

        var day = FollowedCapacity.of(minute -> usual(minute) * (1 + (random.nextDouble() - 0.5) * 2 / 3));

        assertThat(day.refused()).isZero();
        assertThat(day.used()).isGreaterThan(0.3);
    }

    @Test
    void anHourThatBeginsAtOnceWithTwiceTheTrafficIsTakenFromWhatWasSaved() {
        var day = FollowedCapacity.of(minute -> usual(minute) * (minute >= 600 && minute < 660 ? 2 : 1));

        assertThat(day.refused()).isZero();
    }

    @Test
    void anHourThatBeginsAtOnceWithTwentyTimesTheTrafficIsRefusedForAWhile() {
        var day = FollowedCapacity.of(minute -> usual(minute) * (minute >= 600 && minute < 660 ? 20 : 1));

        assertThat(day.refused()).isBetween(0.001, 0.1);
    }
}
