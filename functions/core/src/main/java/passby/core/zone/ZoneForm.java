package passby.core.zone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import passby.core.form.Checked;
import passby.core.form.Form;

/**
 * Zones as somebody sends them: {@code {"zones":[{"zoneId":"school-12","kind":"school","geometry":{"type":"Polygon",
 * "coordinates":[…]}}],"reason":"…"}}, each geometry a polygon of GeoJSON.
 *
 * @param zones at least one
 * @param reason for the ledger
 */
public record ZoneForm(ExcludedZones zones, String reason) {
    private static final int MAX_ZONES = 50;
    private static final int MAX_RINGS = 9;
    private static final int MAX_CORNERS = 200;
    private static final int HALF_TURN = 180_000_000;
    private static final int MAX_REASON = 500;
    private static final String RINGS =
            "up to 9 rings, each of 4 to 200 positions [longitude, latitude], the last one the first again";

    /** @param shapes judges what the numbers alone do not tell */
    public static Checked<ZoneForm> parse(Form body, ZoneShapes shapes) {
        var zones = new ArrayList<ExcludedZone>();
        var ids = new HashSet<String>();
        for (var form : body.forms("zones", MAX_ZONES)) {
            var zone = zone(form, shapes);
            zone.filter(one -> !ids.add(one.zoneId()))
                    .ifPresent(twice -> form.reject("zoneId", "duplicate", "no id twice"));
            zone.ifPresent(zones::add);
        }
        var reason = body.string("reason", MAX_REASON);
        return body.checked(() -> new ZoneForm(new ExcludedZones(zones), reason));
    }

    private static Optional<ExcludedZone> zone(Form form, ZoneShapes shapes) {
        var zoneId = form.string("zoneId", ExcludedZone.ID, "1 to 40 characters a-z, 0-9 and hyphen");
        var kind =
                form.code("kind", ZoneKind::parse, "school, clinic, worship, court, food-bank or immigration-office");
        var geometry = form.form("geometry");
        geometry.code("type", type -> Optional.of(type).filter("Polygon"::equals), "Polygon");
        var rings = geometry.parsed("coordinates", ZoneForm::rings, RINGS);
        if (rings.isEmpty() || kind.isEmpty() || !form.isValid("zoneId")) {
            return Optional.empty();
        }
        if (rings.get().stream().anyMatch(ZoneForm::crossesTheDateLine)) {
            geometry.reject("coordinates", "over-the-date-line", "Two polygons, one on each side of the date line.");
            return Optional.empty();
        }
        var zone = new ExcludedZone(zoneId, kind.get(), rings.get());
        shapes.flaw(zone).ifPresent(flaw -> geometry.reject("coordinates", code(flaw), flaw.sentence()));
        return Optional.of(zone);
    }

    private static String code(ZoneShapes.Flaw flaw) {
        return switch (flaw) {
            case CROSSES_ITSELF -> "crosses-itself";
            case HOLE_OUTSIDE -> "hole-outside";
            case TOO_SMALL -> "too-small";
            case TOO_LARGE -> "too-large";
        };
    }

    private static Optional<List<List<Corner>>> rings(Object coordinates) {
        if (!(coordinates instanceof List<?> all) || all.isEmpty() || all.size() > MAX_RINGS) {
            return Optional.empty();
        }
        var rings = all.stream().map(ZoneForm::ring).toList();
        return rings.stream().anyMatch(List::isEmpty) ? Optional.empty() : Optional.of(rings);
    }

    /** Empty when it is none. */
    private static List<Corner> ring(Object positions) {
        if (!(positions instanceof List<?> all) || all.size() < 4 || all.size() > MAX_CORNERS) {
            return List.of();
        }
        var corners = all.stream()
                .flatMap(position -> position instanceof List<?> numbers
                        ? Corner.parse(numbers).stream()
                        : Optional.<Corner>empty().stream())
                .toList();
        return corners.size() == all.size() && corners.getFirst().equals(corners.getLast()) ? corners : List.of();
    }

    /** An edge of more than half the Earth is meant to go the other way round. */
    private static boolean crossesTheDateLine(List<Corner> ring) {
        for (var i = 1; i < ring.size(); i++) {
            if (Math.abs((long) ring.get(i).longitude() - ring.get(i - 1).longitude()) > HALF_TURN) {
                return true;
            }
        }
        return false;
    }
}
