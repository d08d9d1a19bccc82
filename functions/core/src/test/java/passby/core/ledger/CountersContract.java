package passby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.Eventually.eventually;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every {@link Counters} does. */
public abstract class CountersContract {
    private final Unique unique = new Unique();

    protected abstract Counters counters();

    @Test
    void countsOfOneMinuteAddUp() {
        var minute = unique.minute();

        counters().add(Count.READ, minute);
        counters().add(Count.READ, 3, minute.plusSeconds(20));
        counters().add(Count.READ, minute.plusMillis(59_999));

        eventually(() -> assertThat(counters().ofMinute(minute)).isEqualTo(Map.of(Count.READ, 5L)));
    }

    @Test
    void anyInstantOfTheMinuteNamesIt() {
        var minute = unique.minute();

        counters().add(Count.READ, minute);

        eventually(
                () -> assertThat(counters().ofMinute(minute.plusMillis(59_999))).isEqualTo(Map.of(Count.READ, 1L)));
    }

    @Test
    void everyNameIsCountedApart() {
        var minute = unique.minute();

        counters().add(Count.HEALTH, 2, minute);
        counters().add(Count.FRAME_REJECTED_TOO_MANY_PIXELS, minute);

        eventually(() -> assertThat(counters().ofMinute(minute))
                .isEqualTo(Map.of(Count.HEALTH, 2L, Count.FRAME_REJECTED_TOO_MANY_PIXELS, 1L)));
    }

    @Test
    void whatHappensTogetherIsCountedInOneStep() {
        var minute = unique.minute();
        counters().add(Count.READ, minute);

        counters().add(Map.of(Count.READ, 2L, Count.FRAME_WITH_PLATES, 1L), minute.plusMillis(1));

        eventually(() ->
                assertThat(counters().ofMinute(minute)).isEqualTo(Map.of(Count.READ, 3L, Count.FRAME_WITH_PLATES, 1L)));
    }

    @Test
    void theNextMinuteBeginsAtZero() {
        var minute = unique.minute();

        counters().add(Count.READ, minute.plusMillis(59_999));

        assertThat(counters().ofMinute(minute.plusSeconds(60))).isEmpty();
    }

    @Test
    void anHourIsItsSixtyMinutes() {
        var hour = unique.minute().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1_000));
        counters().add(Count.READ, 7, hour);
        counters().add(Map.of(Count.READ, 2L, Count.HEALTH, 1L), hour.plus(Duration.ofMinutes(59)));
        counters().add(Count.READ, 100, hour.plus(Duration.ofMinutes(60)));
        counters().add(Count.READ, 100, hour.minusMillis(1));

        eventually(() -> assertThat(counters().ofHour(hour)).isEqualTo(Map.of(Count.READ, 9L, Count.HEALTH, 1L)));
    }
}
