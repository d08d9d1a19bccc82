package passby.core.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import passby.core.ledger.CanonicalJson;

/**
 * What is searched for by camera: every read of a few cameras in one window.
 *
 * @param cameraIds in the order of the alphabet, each once
 * @param from inclusive, by capture time, to the millisecond as it is stored
 * @param to exclusive
 */
public record CameraQuery(List<String> cameraIds, Instant from, Instant to) {
    public CameraQuery {
        cameraIds = cameraIds.stream().sorted().distinct().toList();
        from = from.truncatedTo(ChronoUnit.MILLIS);
        to = to.truncatedTo(ChronoUnit.MILLIS);
    }

    /** As the ledger commits to it. */
    String canonical() {
        return CanonicalJson.write(Map.of("cameraIds", cameraIds, "from", from.toString(), "to", to.toString()));
    }
}
