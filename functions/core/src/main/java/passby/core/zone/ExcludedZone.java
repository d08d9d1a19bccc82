package passby.core.zone;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place where nothing is captured.
 *
 * @param zoneId the city's own name for it, small letters, digits and hyphens
 * @param kind why
 * @param rings the outline, then holes in it; of each the last corner is the first one again, as GeoJSON has it
 */
public record ExcludedZone(String zoneId, ZoneKind kind, List<List<Corner>> rings) {
    public static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    private static final String RING = " / ";

    public ExcludedZone {
        rings = rings.stream().map(List::copyOf).toList();
        if (!ID.matcher(zoneId).matches() || rings.isEmpty()) {
            throw new IllegalArgumentException("not a zone");
        }
    }

    public int corners() {
        return rings.stream().mapToInt(List::size).sum();
    }

    /** A feature of GeoJSON (RFC 7946). */
    Map<String, Object> feature() {
        var coordinates = rings.stream()
                .map(ring -> ring.stream().map(Corner::position).toList())
                .toList();
        return Map.of(
                "type",
                "Feature",
                "id",
                zoneId,
                "properties",
                Map.of("kind", kind.code()),
                "geometry",
                Map.of("type", "Polygon", "coordinates", coordinates));
    }

    /** In one line: id, kind, and the corners of each ring in millionths of a degree. */
    String text() {
        return zoneId + " " + kind.code() + " "
                + rings.stream()
                        .map(ring -> ring.stream().map(Corner::text).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(RING));
    }

    /** @throws IllegalArgumentException unless {@link #text} wrote it */
    static ExcludedZone of(String text) {
        var words = text.split(" ", 3);
        if (words.length != 3) {
            throw new IllegalArgumentException("not a zone");
        }
        var rings = Arrays.stream(words[2].split(RING, -1))
                .map(ring -> Arrays.stream(ring.split(" ", -1)).map(Corner::of).toList())
                .toList();
        return new ExcludedZone(
                words[0], ZoneKind.parse(words[1]).orElseThrow(() -> new IllegalArgumentException("no kind")), rings);
    }
}
