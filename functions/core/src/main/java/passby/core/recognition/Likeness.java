package passby.core.recognition;

/**
 * How much a line looks like a plate's serial, apart from how well it was read: its length, its mix of letters and digits,
 * its form, and whether it is known to be something else. A product of factors from 0 to 1.
 */
final class Likeness {
    private static final double NARROWEST = 0.25;
    private static final double WIDEST = 1.3;
    private static final double STEEPEST_ODD = 0.34;

    private final double aspect;

    Likeness(double aspect) {
        this.aspect = aspect;
    }

    double of(SeenText seen, Plate plate) {
        if (Lettering.isKnown(seen.text()) || Lettering.isKnown(plate.raw())) {
            return 0;
        }
        var place = Place.of(seen.box(), aspect);
        var length = plate.raw().length();
        return length(length) * mix(plate.raw()) * form(place, seen, length) * clean(seen.text()) * edge(place);
    }

    private static double length(int length) {
        return switch (length) {
            case 6, 7 -> 1;
            case 5, 8 -> 0.8;
            case 4 -> 0.5;
            case 3, 9 -> 0.2;
            case 2, 10 -> 0.1;
            default -> 0;
        };
    }

    private static double mix(String text) {
        var digits = text.chars().filter(Character::isDigit).count();
        return digits == 0 ? 0.35 : digits == text.length() ? 0.6 : 1;
    }

    private static double form(Place place, SeenText seen, int length) {
        var rows = seen.text().indexOf('\n') < 0 ? 1 : 2;
        var perCharacter = place.slimness() * rows * rows / length;
        return perCharacter < NARROWEST || perCharacter > WIDEST ? 0.4 : 1;
    }

    /** Print that is neither letter, digit nor a separator tells of a sign, an emblem or another script. */
    private static double clean(String text) {
        var compact = text.codePoints().filter(c -> " .-·•\n".indexOf(c) < 0).count();
        var odd = text.codePoints()
                .filter(c -> " .-·•\n".indexOf(c) < 0)
                .filter(c -> !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z'))
                .count();
        return compact == 0 || odd > STEEPEST_ODD * compact ? 0.3 : 1 - (double) odd / compact;
    }

    /** Cameras burn their texts into the top and bottom rows. */
    private static double edge(Place place) {
        var fromEdge = Math.min(place.y(), 1 - place.y()) - place.height() / 2;
        return fromEdge < 0.01 && place.height() < 0.05 ? 0.5 : 1;
    }
}
