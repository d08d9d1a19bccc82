package passby.core.recognition;

import java.util.ArrayList;
import java.util.List;
import passby.core.picture.Box;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;

/** Puts together what an engine saw as two texts and a plate or a state's name may carry as one. */
final class LineJoins {
    private static final int MOST_IN_A_ROW = 4;

    private final double aspect;

    LineJoins(double aspect) {
        this.aspect = aspect;
    }

    /** Each pair of neighbours on one line as one more text. */
    List<SeenText> inLine(List<SeenText> seen) {
        var joined = new ArrayList<SeenText>();
        for (var left : seen) {
            for (var right : seen) {
                if (areInLine(place(left), place(right))) {
                    joined.add(joined(left, right, " "));
                }
            }
        }
        return joined;
    }

    private static boolean areInLine(Place left, Place right) {
        var height = Math.max(left.height(), right.height());
        return left.x() < right.x()
                && left.sameSizeAs(right, 0.6)
                && Math.abs(left.y() - right.y()) < 0.4 * height
                && left.gapAlong(right) > -0.5 * height
                && left.gapAlong(right) < 1.5 * height;
    }

    /** Each pair of short lines one above the other, as motorcycles and some trucks carry them. */
    List<PlateLine> stacked(List<PlateLine> lines) {
        var stacks = new ArrayList<PlateLine>();
        for (var upper : lines) {
            for (var lower : lines) {
                if (isRow(upper) && isRow(lower) && areStacked(place(upper.seen()), place(lower.seen()))) {
                    stacks.add(new PlateLine(
                            joined(upper.seen(), lower.seen(), "\n"), stacked(upper.reading(), lower.reading())));
                }
            }
        }
        return stacks;
    }

    private static Candidate stacked(Candidate upper, Candidate lower) {
        var characters = new ArrayList<>(upper.characters());
        characters.addAll(lower.characters());
        return new Candidate(
                new Plate(upper.plate().raw() + lower.plate().raw()),
                new Confidence(upper.confidence().value() * lower.confidence().value()),
                characters);
    }

    private static boolean isRow(PlateLine line) {
        var length = line.reading().plate().raw().length();
        return length >= 2 && length <= MOST_IN_A_ROW;
    }

    private static boolean areStacked(Place upper, Place lower) {
        var height = Math.max(upper.height(), lower.height());
        return upper.y() < lower.y()
                && upper.sameSizeAs(lower, 0.7)
                && Math.abs(upper.x() - lower.x()) < 0.7 * height
                && upper.gapAcross(lower) > -0.4 * height
                && upper.gapAcross(lower) < 0.6 * height;
    }

    private static SeenText joined(SeenText one, SeenText other, String between) {
        var left = Math.min(one.box().left(), other.box().left());
        var top = Math.min(one.box().top(), other.box().top());
        var right = Math.max(one.box().right(), other.box().right());
        var bottom = Math.max(one.box().bottom(), other.box().bottom());
        var confidence = one.confidence().atLeast(other.confidence()) ? other.confidence() : one.confidence();
        var characters = new ArrayList<Confidence>();
        if (!one.characters().isEmpty() && !other.characters().isEmpty()) {
            characters.addAll(one.characters());
            characters.add(confidence);
            characters.addAll(other.characters());
        }
        return new SeenText(
                one.text() + between + other.text(),
                Box.clipped(left, top, right - left, bottom - top),
                confidence,
                characters);
    }

    private Place place(SeenText text) {
        return Place.of(text.box(), aspect);
    }
}
