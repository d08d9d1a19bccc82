package passby.core.zone;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Made-up zones around {@link passby.core.testing.TestData#CORNER}, in millionths of a degree from it. */
public final class AZone {
    private static final int EAST = -121_250_000;
    private static final int NORTH = 38_500_000;

    private AZone() {}

    /** A square around the corner, some 350 metres wide. */
    public static ExcludedZone school(String zoneId) {
        return of(zoneId, ZoneKind.SCHOOL, square(2_000));
    }

    @SafeVarargs
    public static ExcludedZone of(String zoneId, ZoneKind kind, List<Corner>... rings) {
        var all = new ArrayList<List<Corner>>();
        for (var ring : rings) {
            all.add(ring);
        }
        return new ExcludedZone(zoneId, kind, all);
    }

    public static List<Corner> square(int half) {
        return ring(-half, -half, half, -half, half, half, -half, half);
    }

    /** @param offsets east and north of each corner; it is closed here */
    public static List<Corner> ring(int... offsets) {
        var corners = IntStream.range(0, offsets.length / 2)
                .mapToObj(i -> new Corner(EAST + offsets[2 * i], NORTH + offsets[2 * i + 1]))
                .toList();
        return Stream.concat(corners.stream(), Stream.of(corners.getFirst())).toList();
    }

    /** As a client sends it. */
    public static Map<String, Object> body(ExcludedZone zone) {
        return body(
                zone.zoneId(),
                zone.kind().code(),
                zone.rings().stream().map(AZone::positions).toList());
    }

    public static Map<String, Object> body(String zoneId, String kind, Object coordinates) {
        return new HashMap<>(Map.of(
                "zoneId", zoneId, "kind", kind, "geometry", Map.of("type", "Polygon", "coordinates", coordinates)));
    }

    public static List<List<BigDecimal>> positions(List<Corner> ring) {
        return ring.stream().map(Corner::position).toList();
    }
}
