package passby.core.hotlist;

import java.util.Optional;
import passby.core.plate.Plate;

/** What an entry asks for. */
public sealed interface Target {
    /** One plate, found by its key. */
    record FullPlate(Plate plate) implements Target {}

    /** Plates of which a part is known: always advisory, at most 72 hours, and only so many at a time. */
    record PlatePart(PlatePattern pattern) implements Target {}

    /** A vehicle that is described, whatever its plate: always advisory. */
    record AnyPlate() implements Target {}

    /** As it is written and stored; empty for {@link AnyPlate}. A secret like a plate. */
    default String code() {
        return switch (this) {
            case FullPlate(var plate) -> plate.raw();
            case PlatePart(var pattern) -> pattern.text();
            case AnyPlate() -> "";
        };
    }

    /** What a person typed or {@link #code()} wrote. */
    static Optional<Target> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(new AnyPlate());
        }
        return PlatePattern.parse(text)
                .<Target>map(PlatePart::new)
                .or(() -> Plate.parse(text).map(FullPlate::new));
    }
}
