package passby.core.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.CanonicalJson;

/**
 * What is searched for by camera: the reads of a few cameras in one window, all of them or those of a described vehicle.
 *
 * @param cameraIds in the order of the alphabet, each once
 * @param from inclusive, by capture time, to the millisecond as it is stored
 * @param to exclusive
 * @param vehicle that is looked for, or null for every read
 */
public record CameraQuery(
        List<String> cameraIds,
        Instant from,
        Instant to,
        @Nullable SoughtVehicle vehicle) {
    private static final String VEHICLE = "vehicle";

    public CameraQuery {
        cameraIds = cameraIds.stream().sorted().distinct().toList();
        from = from.truncatedTo(ChronoUnit.MILLIS);
        to = to.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Of every read. */
    public CameraQuery(List<String> cameraIds, Instant from, Instant to) {
        this(cameraIds, from, to, null);
    }

    /** As the ledger commits to it. */
    String canonical() {
        var query = new HashMap<String, Object>(
                Map.of("cameraIds", cameraIds, "from", from.toString(), "to", to.toString()));
        if (vehicle != null) {
            query.put(VEHICLE, vehicle.canonical());
        }
        return CanonicalJson.write(query);
    }

    /** Whether a query as the ledger commits to it describes a vehicle; no id of a camera has a quotation mark. */
    public static boolean isDescribed(String canonical) {
        return canonical.contains("\"" + VEHICLE + "\":{");
    }
}
