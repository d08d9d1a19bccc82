package passby.core.zone;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every excluded zone of a city, by id.
 *
 * @param zones sorted by their ids, no two with the same one
 */
public record ExcludedZones(List<ExcludedZone> zones) {
    public static final ExcludedZones NONE = new ExcludedZones(List.of());

    /** Most zones of a city: every school and clinic of a large one. */
    public static final int MOST = 200;

    /** Most corners of all of them: the policy is read every half a minute by each function that judges. */
    public static final int MOST_CORNERS = 4_000;

    private static final String ZONE = "; ";

    public ExcludedZones {
        zones = zones.stream()
                .sorted(Comparator.comparing(ExcludedZone::zoneId))
                .toList();
        if (ids(zones).size() != zones.size()) {
            throw new IllegalArgumentException("two zones with one id");
        }
    }

    private static Set<String> ids(List<ExcludedZone> zones) {
        return zones.stream().map(ExcludedZone::zoneId).collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return zones.isEmpty();
    }

    public int corners() {
        return zones.stream().mapToInt(ExcludedZone::corners).sum();
    }

    public boolean has(String zoneId) {
        return zones.stream().anyMatch(zone -> zone.zoneId().equals(zoneId));
    }

    public boolean hasAllOf(ExcludedZones others) {
        return zones.containsAll(others.zones);
    }

    /** @param more whose ids are none of these */
    public ExcludedZones plus(ExcludedZones more) {
        return new ExcludedZones(
                Stream.concat(zones.stream(), more.zones.stream()).toList());
    }

    /** Without those that are exactly so; one that has changed since stays. */
    public ExcludedZones minus(ExcludedZones others) {
        return new ExcludedZones(
                zones.stream().filter(zone -> !others.zones.contains(zone)).toList());
    }

    /** Those with these ids. */
    public ExcludedZones only(Set<String> zoneIds) {
        return new ExcludedZones(
                zones.stream().filter(zone -> zoneIds.contains(zone.zoneId())).toList());
    }

    /** A feature collection of GeoJSON (RFC 7946), for canonical JSON. */
    public Map<String, Object> geoJson() {
        return Map.of(
                "type",
                "FeatureCollection",
                "features",
                zones.stream().map(ExcludedZone::feature).toList());
    }

    /** One line for all of them; empty without any. */
    public String text() {
        return zones.stream().map(ExcludedZone::text).collect(Collectors.joining(ZONE));
    }

    /** @throws IllegalArgumentException unless {@link #text} wrote it */
    public static ExcludedZones of(String text) {
        return text.isEmpty()
                ? NONE
                : new ExcludedZones(Arrays.stream(text.split(ZONE, -1))
                        .map(ExcludedZone::of)
                        .toList());
    }
}
