package passby.core.plate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colour of the vehicle that carries a plate: a cross-check for people (B6), never a part of matching. */
public sealed interface VehicleColour {
    /** Colours that pictures of any light and camera tell apart; silver and white they do not (docs/experiments/2026-11-28-recognizer-detector-first.md). */
    enum Name {
        /** White or silver. */
        LIGHT,
        /** Black or dark grey. */
        DARK,
        RED,
        YELLOW,
        GREEN,
        BLUE,
        BROWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Name> parse(String code) {
            return Arrays.stream(values())
                    .filter(value -> value.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * @param name the likeliest colour
     * @param confidence that people would name it so
     */
    record Seen(Name name, Confidence confidence) implements VehicleColour {}

    /** It cannot be told: night, infrared, nothing but the plate in the picture. */
    record Unknown() implements VehicleColour {}

    VehicleColour UNKNOWN = new Unknown();
}
