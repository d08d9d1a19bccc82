package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every store of latencies does. */
public abstract class AlertLatenciesContract {
    private static final Instant NOON = Instant.parse("2036-05-06T12:00:00Z");

    private final String camera = "cam-" + new Unique().code();

    protected abstract AlertLatencies latencies();

    private void add(long captureMillis, long uploadMillis, Instant sentAt) {
        latencies().add(camera, Duration.ofMillis(captureMillis), Duration.ofMillis(uploadMillis), sentAt);
    }

    @Test
    void alertsOfADayAreCountedInTheStepsOfTheirLatencies() {
        add(90, 40, NOON);
        add(95, 95, NOON.plusSeconds(1));
        add(7_200_000, 95, NOON.plusSeconds(2));

        var ofDay = latencies().ofDay(NOON, List.of(camera)).get(camera);

        assertThat(ofDay)
                .isEqualTo(new AlertLatencies.OfDay(
                        new LatencyHistogram(Map.of(4, 2L, LatencyHistogram.step(Duration.ofHours(2)), 1L)),
                        new LatencyHistogram(Map.of(0, 1L, 4, 2L))));
    }

    @Test
    void aDayAndACameraKnowNothingOfOthers() {
        add(90, 40, NOON);

        assertThat(latencies().ofDay(NOON.plus(Duration.ofDays(1)), List.of(camera)))
                .isEmpty();
        assertThat(latencies().ofDay(NOON, List.of(camera + "-other"))).isEmpty();
    }
}
