package passby.aws.json;

import org.jspecify.annotations.Nullable;
import passby.core.plate.VehicleColour;

/** A vehicle's colour as it is answered beside what was read of it: for people to compare, and null where no picture told it. */
public final class ColourJson {
    private ColourJson() {}

    public static @Nullable JsonObject of(VehicleColour colour) {
        return switch (colour) {
            case VehicleColour.Seen(var name, var confidence) ->
                new JsonObject().with("name", name.code()).with("confidence", confidence.value());
            case VehicleColour.Unknown() -> null;
        };
    }
}
