package passby.core.recognition;

import java.util.List;
import java.util.function.Predicate;
import passby.core.plate.Plate;

/**
 * How much a line looks like a plate's serial, apart from how well it was read: its length, its mix of letters and digits,
 * its form, and whether it is known to be something else. A product of factors from 0 to 1.
 */
final class Likeness {
    private static final double NARROWEST = 0.25;
    private static final double WIDEST = 1.3;
    private static final double STEEPEST_ODD = 0.34;

    private static final String SEPARATORS = " .-·•:\n";
    private static final double HIGH_UP = 0.15;

    private final List<Place> lettering;
    private final List<Place> words;
    private final double aspect;

    /** @param all texts of the frame, against which a line is held */
    Likeness(List<SeenText> all, double aspect) {
        this.lettering = places(all, Lettering::isKnown, aspect);
        this.words = places(all, Likeness::isWord, aspect);
        this.aspect = aspect;
    }

    private static List<Place> places(List<SeenText> all, Predicate<String> which, double aspect) {
        return all.stream()
                .filter(seen -> which.test(seen.text()))
                .map(seen -> Place.of(seen.box(), aspect))
                .toList();
    }

    /** @param plate what the line says */
    double of(SeenText seen, Plate plate) {
        var place = Place.of(seen.box(), aspect);
        if (Lettering.isKnown(seen.text()) || Lettering.isKnown(plate.raw()) || isPieceOfLettering(place)) {
            return 0;
        }
        var length = plate.raw().length();
        return length(length)
                * mix(plate)
                * form(place, seen, length)
                * clean(seen.text())
                * edge(place)
                * alone(place);
    }

    /** A closer look may see the middle of a telephone number as a line of its own. */
    private boolean isPieceOfLettering(Place place) {
        return lettering.stream()
                .anyMatch(other -> other.shared(place) > 0.7
                        && other.width() > 1.1 * place.width()
                        && other.sameSizeAs(place, 0.6));
    }

    /** A serial stands alone; what follows a word on its line is part of a sentence. */
    private double alone(Place place) {
        var follows = words.stream()
                .anyMatch(other -> other.sameSizeAs(place, 0.6)
                        && Math.abs(other.y() - place.y()) < 0.4 * place.height()
                        && other.gapAlong(place) > -0.3 * place.height()
                        && other.gapAlong(place) < 0.8 * place.height());
        return follows ? 0.4 : 1;
    }

    private static boolean isWord(String text) {
        return text.length() >= 4 && text.chars().allMatch(c -> Character.isLetter(c) || " '?!.,&".indexOf(c) >= 0);
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

    private static double mix(Plate plate) {
        if (isLettersAlone(plate)) {
            return 0.35;
        }
        return plate.raw().chars().allMatch(Likeness::isDigit) ? 0.6 : 1;
    }

    /** A zero among letters counts as the letter O, which looks the same. */
    static boolean isLettersAlone(Plate plate) {
        var text = plate.raw();
        return text.chars().noneMatch(c -> isDigit(c) && c != '0')
                && text.chars().anyMatch(c -> !isDigit(c));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static double form(Place place, SeenText seen, int length) {
        var rows = seen.text().indexOf('\n') < 0 ? 1 : 2;
        var perCharacter = place.slimness() * rows * rows / length;
        return perCharacter < NARROWEST || perCharacter > WIDEST ? 0.4 : 1;
    }

    /**
     * Print that is neither letter, digit nor a separator tells of a sign, an emblem or another script. Two seals one above the
     * other are read as a colon.
     */
    private static double clean(String text) {
        var compact = text.codePoints().filter(c -> SEPARATORS.indexOf(c) < 0).count();
        var odd = text.codePoints()
                .filter(c -> SEPARATORS.indexOf(c) < 0)
                .filter(c -> !isDigit(c) && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z'))
                .count();
        return compact == 0 || odd > STEEPEST_ODD * compact ? 0.3 : 1 - (double) odd / compact;
    }

    /** Cameras burn their texts into the top and bottom rows; roofs, gantries and signs are high up, plates are not. */
    private static double edge(Place place) {
        var fromEdge = Math.min(place.y(), 1 - place.y()) - place.height() / 2;
        if (fromEdge < 0.01 && place.height() < 0.05) {
            return 0.15;
        }
        return place.y() < HIGH_UP ? 0.8 : 1;
    }
}
