package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatencyHistogramTest {
    private static LatencyHistogram of(List<Long> millis) {
        return millis.stream()
                .map(latency -> new LatencyHistogram(Map.of(LatencyHistogram.step(Duration.ofMillis(latency)), 1L)))
                .reduce(LatencyHistogram.NONE, LatencyHistogram::plus);
    }

    @Test
    void aPercentileIsAtMostNineteenPercentAboveTheTrueOneAndNeverBelow() {
        var histogram =
                of(LongStream.rangeClosed(1, 1_000).map(i -> i * 50).boxed().toList());

        assertThat(histogram.n()).isEqualTo(1_000);
        assertThat(histogram.percentile(50).toMillis()).isBetween(25_000L, 25_000L * 119 / 100);
        assertThat(histogram.percentile(95).toMillis()).isBetween(47_500L, 47_500L * 119 / 100 + 1);
    }

    @Test
    void oneLateAlertOfAHundredDoesNotMoveTheMedianAndMovesTheLast() {
        var histogram =
                of(LongStream.range(0, 99).map(_ -> 90).boxed().toList()).plus(of(List.of(3_600_000L)));

        assertThat(histogram.percentile(50)).isEqualTo(Duration.ofMillis(100));
        assertThat(histogram.percentile(95)).isEqualTo(Duration.ofMillis(100));
        assertThat(histogram.percentile(100)).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void aCameraWhoseClockRunsAheadAndOneThatWasOfflineForDaysAreCountedAtTheEnds() {
        assertThat(LatencyHistogram.step(Duration.ofSeconds(-20))).isZero();
        assertThat(LatencyHistogram.step(Duration.ZERO)).isZero();
        assertThat(LatencyHistogram.step(Duration.ofMillis(50))).isZero();
        assertThat(LatencyHistogram.step(Duration.ofMillis(51))).isEqualTo(1);
        assertThat(LatencyHistogram.step(Duration.ofDays(3))).isEqualTo(80);
    }

    @Test
    void withoutAlertsThereIsNoLatency() {
        assertThat(LatencyHistogram.NONE.n()).isZero();
        assertThat(LatencyHistogram.NONE.percentile(50)).isZero();
    }
}
