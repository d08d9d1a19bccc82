package passby.core.transparency;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * {@code cameras.geojson} (RFC 7946): each camera that the city registered since it publishes them, with the tags that OpenStreetMap gives to
 * cameras that read plates. A camera that moves has no place.
 */
final class CameraMap implements Register {
    static final String FILE = "cameras.geojson";

    private static final Map<String, String> STATES = Map.of(
            EntryType.CAMERA_REGISTERED.code(), "in-service",
            EntryType.CAMERA_RESUMED.code(), "in-service",
            EntryType.CAMERA_SUSPENDED.code(), "suspended",
            EntryType.CAMERA_RETIRED.code(), "retired");
    private static final List<String> TOLD = List.of(
            "heading", "installed", "latitude", "longitude", "mobile", "name", "owner", "ownerType", "retired", "zone");

    private final FactTable cameras;

    CameraMap(Facts state) {
        this.cameras = FactTable.of(state);
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public void add(PublicEntry entry) {
        var told = entry.facts(Field.AFTER);
        var state = STATES.get(entry.entry().type());
        if (state == null || !told.has("camera") || !entry.entry().outcome().equals(Outcome.DONE.code())) {
            return;
        }
        var camera = cameras.row(told.text("camera"));
        camera.copy(told, TOLD);
        camera.put("state", state);
    }

    @Override
    public String text(String asOf) {
        return cameras.rows().entrySet().stream()
                .map(camera -> feature(camera.getKey(), camera.getValue()))
                .collect(Collectors.joining(
                        ",\n",
                        "{\"type\":\"FeatureCollection\",\"as_of\":\"" + asOf + "\",\"features\":[\n",
                        "\n]}\n"));
    }

    /** Its numbers are of a text of digits: no other way of writing them is hashed. */
    private static String feature(String id, Facts camera) {
        var place = camera.has("latitude")
                ? "{\"type\":\"Point\",\"coordinates\":[" + camera.text("longitude") + "," + camera.text("latitude")
                        + "]}"
                : "null";
        return "{\"type\":\"Feature\",\"id\":" + CanonicalJson.write(id) + ",\"geometry\":" + place + ",\"properties\":"
                + CanonicalJson.write(properties(camera)) + "}";
    }

    private static Map<String, Object> properties(Facts camera) {
        var properties = new TreeMap<String, Object>(Map.of(
                "man_made", "surveillance",
                "surveillance:type", "ALPR",
                "kind", camera.isTrue("mobile") ? "mobile" : "fixed",
                "operator", camera.text("owner"),
                "operator:type", camera.text("ownerType"),
                "zone", camera.text("zone"),
                "installed", camera.text("installed"),
                "state", camera.text("state")));
        if (camera.has("heading")) {
            properties.put("direction", camera.number("heading"));
        }
        for (var name : List.of("name", "retired")) {
            if (camera.has(name)) {
                properties.put(name, camera.text(name));
            }
        }
        return properties;
    }

    @Override
    public Map<String, Object> state() {
        return cameras.json();
    }
}
