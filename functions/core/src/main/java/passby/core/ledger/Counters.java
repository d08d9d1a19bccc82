package passby.core.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts without plates. Not a change: it stands outside transactions, and a lost count stops nothing. */
public interface Counters {
    /** Adds all of these in one step: each of them is counted, or none. */
    void add(Map<Count, Long> amounts, Instant at);

    default void add(Count count, long amount, Instant at) {
        add(Map.of(count, amount), at);
    }

    default void add(Count count, Instant at) {
        add(count, 1, at);
    }

    /** What was counted in the minute that holds the instant; counts of zero are left out. */
    Map<Count, Long> ofMinute(Instant minute);

    /** The same of the hour that begins at the instant. */
    default Map<Count, Long> ofHour(Instant hour) {
        var counted = new EnumMap<Count, Long>(Count.class);
        for (var minute = 0; minute < 60; minute++) {
            ofMinute(hour.plus(Duration.ofMinutes(minute)))
                    .forEach((count, amount) -> counted.merge(count, amount, Long::sum));
        }
        return counted;
    }
}
