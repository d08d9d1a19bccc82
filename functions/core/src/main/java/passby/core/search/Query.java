package passby.core.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.CanonicalJson;
import passby.core.plate.Plate;

/**
 * What is searched for: one exact plate in one window.
 *
 * @param plate as typed
 * @param state two letters, or null for any
 * @param from inclusive, by capture time, to the millisecond as it is stored
 * @param to exclusive
 */
public record Query(Plate plate, @Nullable String state, Instant from, Instant to) {
    public Query {
        from = from.truncatedTo(ChronoUnit.MILLIS);
        to = to.truncatedTo(ChronoUnit.MILLIS);
    }

    /** As the ledger commits to it. */
    String canonical() {
        return CanonicalJson.write(Map.of(
                "plate", plate.raw(),
                "state", state == null ? "any" : state,
                "from", from.toString(),
                "to", to.toString()));
    }
}
