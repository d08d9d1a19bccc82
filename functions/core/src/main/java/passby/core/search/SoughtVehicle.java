package passby.core.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.core.form.Form;
import passby.core.plate.VehicleColour;
import passby.core.plate.VehicleColour.Name;
import passby.core.read.Read;

/**
 * What a witness says of a vehicle whose plate nobody knows. It narrows a search by camera and is a lead only: of the colours that are
 * told one in six is wrong (docs/experiments/2026-11-28-recognizer-detector-first.md), and nothing is ever matched by them.
 *
 * @param colours that it may have, at least one; never all that there are, which would describe nothing
 * @param state whose plate it carries, or null for any; a state alone describes nobody's vehicle and is no search
 */
public record SoughtVehicle(Set<Name> colours, @Nullable String state) {
    /** Somebody who is not sure between more colours than these saw no colour. */
    static final int MAX_COLOURS = 3;

    private static final String DESCRIBED = "1 to " + MAX_COLOURS + " of "
            + String.join(", ", Arrays.stream(Name.values()).map(Name::code).toList());

    public SoughtVehicle {
        colours = Set.copyOf(colours);
    }

    /** Its problems are noted in the form; then the answer is of no use. */
    static SoughtVehicle parse(Form vehicle) {
        var colours = vehicle.codes("colours", Name::parse, DESCRIBED);
        if (vehicle.isValid("colours") && (colours.isEmpty() || colours.size() > MAX_COLOURS)) {
            vehicle.reject("colours", "out-of-range", DESCRIBED);
        }
        return new SoughtVehicle(colours, SearchRequest.state(vehicle).orElse(null));
    }

    /** Empty where the picture told no colour: then it may be the one or not. A plate whose state is not told may be of that state. */
    Optional<Boolean> isSeenIn(Read read) {
        if (!AnsweredReads.isOfState(read, state)) {
            return Optional.of(false);
        }
        return switch (read.colour()) {
            case VehicleColour.Seen seen -> Optional.of(colours.contains(seen.name()));
            case VehicleColour.Unknown() -> Optional.empty();
        };
    }

    /** For canonical JSON: words of closed lists alone. */
    Map<String, Object> canonical() {
        var vehicle = new HashMap<String, Object>();
        List<String> codes = colours.stream().map(Name::code).sorted().toList();
        vehicle.put("colours", codes);
        if (state != null) {
            vehicle.put("state", state);
        }
        return vehicle;
    }
}
