package passby.core.sharing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import passby.core.capture.Camera;
import passby.core.form.Form;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.CanonicalJsonReader;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;
import passby.core.search.SearchRequest;

/**
 * What a grant gives: reads of these plates, by these cameras, in this window, and nothing else. It always names plates: who passed
 * a place is given to nobody. The window lies in the past, so that a grant never becomes a feed.
 *
 * @param plates at least one
 * @param cameraIds in the order of the alphabet; empty for every camera of the city
 * @param from inclusive, by capture time, to the millisecond as it is stored
 * @param to exclusive
 */
public record GrantScope(List<NamedPlate> plates, List<String> cameraIds, Instant from, Instant to) {
    /** @param state that issued it, two letters */
    public record NamedPlate(Plate plate, String state) {}

    static final int MAX_PLATES = 5;
    static final int MAX_CAMERAS = 50;

    public GrantScope {
        plates = List.copyOf(plates);
        cameraIds = cameraIds.stream().sorted().distinct().toList();
        from = from.truncatedTo(ChronoUnit.MILLIS);
        to = to.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Notes everything that is missing or wrong on the form. */
    static Optional<GrantScope> parse(Form form, EffectivePolicy policy, Instant now) {
        var plates = plates(form);
        var cameraIds = cameraIds(form);
        var from = form.instant("from");
        var to = form.instant("to");
        SearchRequest.checkWindow(form, from, to, policy, now);
        if (form.isValid("to") && to.isAfter(now)) {
            form.reject("to", "out-of-range", "before now: nobody is given what is still to be read");
        }
        return plates.isEmpty() ? Optional.empty() : Optional.of(new GrantScope(plates, cameraIds, from, to));
    }

    private static List<NamedPlate> plates(Form form) {
        var plates = new ArrayList<NamedPlate>();
        for (var named : form.forms("plates", MAX_PLATES)) {
            var plate = named.code("plate", Plate::parse, "1 to 10 letters and digits");
            var state = named.string("state", IssuingState.CODE, "two capital letters");
            plate.ifPresent(known -> plates.add(new NamedPlate(known, state)));
        }
        return plates;
    }

    private static List<String> cameraIds(Form form) {
        Set<String> ids = form.codes(
                "cameraIds",
                id -> Optional.of(id).filter(text -> Camera.ID.matcher(text).matches()),
                "ids of cameras");
        if (ids.size() > MAX_CAMERAS) {
            form.reject("cameraIds", "out-of-range", "at most " + MAX_CAMERAS + " cameras, or none for all");
        }
        return List.copyOf(ids);
    }

    /**
     * Whether a read is inside. Only the very plate that was named: a look-alike is another car. A read whose state the camera could not
     * tell is inside, and says so; so is one that somebody corrected to that plate.
     */
    boolean holds(Read read) {
        var named = plates.stream()
                .anyMatch(one -> (one.plate().equals(read.plate()) && agrees(read.state(), one.state()))
                        || read.isCorrectedTo(one.plate(), one.state()));
        return named
                && (cameraIds.isEmpty() || cameraIds.contains(read.cameraId()))
                && !read.capturedAt().isBefore(from)
                && read.capturedAt().isBefore(to);
    }

    private static boolean agrees(IssuingState read, String named) {
        return switch (read) {
            case IssuingState.Unknown() -> true;
            case IssuingState.Issued(var code, var _) -> code.equals(named);
        };
    }

    /** As the ledger commits to it. */
    String canonical() {
        return CanonicalJson.write(Map.of(
                "plates",
                plates.stream()
                        .map(one -> Map.of("plate", one.plate().raw(), "state", one.state()))
                        .toList(),
                "cameraIds",
                cameraIds,
                "from",
                from.toString(),
                "to",
                to.toString()));
    }

    /** @param canonical that {@link #canonical()} wrote */
    static GrantScope of(String canonical) {
        var json = (Map<?, ?>) CanonicalJsonReader.parse(canonical);
        var plates = list(json, "plates").stream()
                .map(one -> (Map<?, ?>) one)
                .map(one -> new NamedPlate(new Plate(text(one, "plate")), text(one, "state")))
                .toList();
        var cameraIds = list(json, "cameraIds").stream().map(String.class::cast).toList();
        return new GrantScope(plates, cameraIds, Instant.parse(text(json, "from")), Instant.parse(text(json, "to")));
    }

    private static List<?> list(Map<?, ?> json, String name) {
        return (List<?>) Objects.requireNonNull(json.get(name));
    }

    private static String text(Map<?, ?> json, String name) {
        return (String) Objects.requireNonNull(json.get(name));
    }
}
