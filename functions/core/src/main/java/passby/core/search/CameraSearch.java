package passby.core.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.capture.Position;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.policy.EffectivePolicy;

/**
 * A search by camera or area as asked for, complete and within the bounds.
 *
 * @param cameraIds as named, or empty when an area is named
 * @param area whose cameras are searched, or null when cameras are named
 * @param vehicle that is looked for, or null for every read
 * @param purpose why
 * @param pageToken of the page before, or null for the first
 */
record CameraSearch(
        Set<String> cameraIds,
        @Nullable Area area,
        Instant from,
        Instant to,
        @Nullable SoughtVehicle vehicle,
        Purpose purpose,
        @Nullable String pageToken) {
    /** More cameras or a longer window would be a wide search, which no search by camera is (data.md, "Bounds"). */
    static final int MAX_CAMERAS = 5;

    static final Duration MAX_WINDOW = Duration.ofHours(24);

    static final String TOO_MANY = "at most " + MAX_CAMERAS + " cameras";

    private static final int MAX_TOKEN = 2_000;
    private static final int MIN_RADIUS = 10;
    private static final int MAX_RADIUS = 2_000;

    CameraSearch {
        cameraIds = Set.copyOf(cameraIds);
    }

    /**
     * A circle.
     *
     * @param radiusMetres 10 to 2,000
     */
    record Area(Position centre, double radiusMetres) {
        boolean holds(Position position) {
            return centre.metresTo(position) <= radiusMetres;
        }
    }

    /** A page token opens what its bearer may see: it is printed nowhere. */
    @Override
    public String toString() {
        return "CameraSearch[" + cameraIds.size() + " cameras, " + (pageToken == null ? "first" : "later") + " page]";
    }

    static Checked<CameraSearch> parse(Form body, EffectivePolicy policy, Purposes purposes, Instant now) {
        var area = body.optionalForm("area").map(CameraSearch::area);
        var cameras = area.isPresent() ? Set.<String>of() : cameras(body);
        var from = body.instant("from");
        var to = body.instant("to");
        SearchRequest.checkWindow(body, from, to, policy, now);
        if (body.isValid("from")
                && body.isValid("to")
                && Duration.between(from, to).compareTo(MAX_WINDOW) > 0) {
            body.reject("to", "out-of-range", "a search by camera spans at most " + MAX_WINDOW.toHours() + " hours");
        }
        var vehicle = body.optionalForm("vehicle").map(SoughtVehicle::parse);
        var purpose = purposes.parse(body.form("purpose"), policy, SearchRequest.oldest(body, from));
        var token = body.optionalString("pageToken", MAX_TOKEN);
        return body.checked(() -> new CameraSearch(
                cameras,
                area.map(named -> new Area(new Position(named.latitude(), named.longitude()), named.radius()))
                        .orElse(null),
                from,
                to,
                vehicle.orElse(null),
                purpose.orElseThrow(),
                token.orElse(null)));
    }

    private static Set<String> cameras(Form body) {
        var cameras = body.codes("cameraIds", CameraSearch::cameraId, "ids of cameras");
        if (body.isValid("cameraIds") && (cameras.isEmpty() || cameras.size() > MAX_CAMERAS)) {
            body.reject("cameraIds", "out-of-range", "1 camera or more, and " + TOO_MANY);
        }
        return cameras;
    }

    private static Optional<String> cameraId(String id) {
        return Optional.of(id).filter(text -> Camera.ID.matcher(text).matches());
    }

    /** The numbers of an area before it is known that they are a place. */
    private record Circle(double latitude, double longitude, double radius) {}

    private static Circle area(Form area) {
        return new Circle(
                area.decimal("latitude", -90, 90),
                area.decimal("longitude", -180, 180),
                area.decimal("radiusMetres", MIN_RADIUS, MAX_RADIUS));
    }
}
