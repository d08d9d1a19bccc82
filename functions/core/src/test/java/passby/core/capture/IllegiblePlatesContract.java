package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every store of illegible plates does. */
public abstract class IllegiblePlatesContract {
    private static final Instant NOON = Instant.parse("2036-05-06T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2036-05-07T00:00:00Z");

    private final String camera = "cam-" + new Unique().code();

    protected abstract IllegiblePlates plates();

    @Test
    void platesOfADayAddUpByTheirReason() {
        plates().add(camera, Map.of("blurred", 2L, "hidden", 1L), NOON);
        plates().add(camera, Map.of("blurred", 1L), MIDNIGHT.minusMillis(1));

        assertThat(plates().ofDay(NOON, List.of(camera)))
                .isEqualTo(Map.of(camera, Map.of("blurred", 3L, "hidden", 1L)));
    }

    @Test
    void aDayAndACameraKnowNothingOfOthers() {
        plates().add(camera, Map.of("glare", 1L), NOON);

        assertThat(plates().ofDay(MIDNIGHT, List.of(camera))).isEmpty();
        assertThat(plates().ofDay(NOON, List.of(camera + "-other"))).isEmpty();
    }
}
