package passby.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RetentionClockTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void retentionCountsFromTheEarlierClock() {
        assertThat(RetentionClock.base(NOW, NOW.plusSeconds(1))).isEqualTo(NOW);
        assertThat(RetentionClock.base(NOW.plusSeconds(1), NOW)).isEqualTo(NOW);
    }

    @Test
    void shorteningHidesARowAtOnce() {
        var own = NOW.plus(Duration.ofDays(2));

        assertThat(RetentionClock.mayAnswer(NOW.plus(DAY).minusMillis(1), own, NOW, DAY))
                .isTrue();
        assertThat(RetentionClock.mayAnswer(NOW.plus(DAY), own, NOW, DAY)).isFalse();
    }

    @Test
    void lengtheningRevivesNothing() {
        var own = NOW.plus(Duration.ofDays(2));

        assertThat(RetentionClock.mayAnswer(own.minusMillis(1), own, NOW, Duration.ofDays(9)))
                .isTrue();
        assertThat(RetentionClock.mayAnswer(own, own, NOW, Duration.ofDays(9))).isFalse();
    }
}
