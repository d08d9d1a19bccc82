package passby.core.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.CanonicalJson;
import passby.core.plate.PlatePattern;

/**
 * What is searched for by a part of a plate in one window.
 *
 * @param pattern as typed
 * @param state two letters, or null for any
 * @param from inclusive, by capture time, to the millisecond as it is stored
 * @param to exclusive
 */
public record PartialQuery(PlatePattern pattern, @Nullable String state, Instant from, Instant to) {
    public PartialQuery {
        from = from.truncatedTo(ChronoUnit.MILLIS);
        to = to.truncatedTo(ChronoUnit.MILLIS);
    }

    /** As the ledger commits to it. */
    String canonical() {
        return CanonicalJson.write(Map.of(
                "pattern", pattern.text(),
                "state", state == null ? "any" : state,
                "from", from.toString(),
                "to", to.toString()));
    }
}
