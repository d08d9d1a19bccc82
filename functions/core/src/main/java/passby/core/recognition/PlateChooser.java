package passby.core.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passby.core.picture.FrameLimits;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;

/**
 * Picks the plates among all the texts of a frame, for an engine that reads all print alike and finds no plates. No plate is an
 * answer, and so are several. Nothing is rewritten: candidates are what the engine saw, letter by letter.
 */
public final class PlateChooser {
    /** Engines answer up to this many words; more are not looked at. */
    public static final int MAX_TEXTS = 100;

    private static final double LEAST_LIKENESS = 0.2;
    private static final double LEAST_CONFIDENCE = 0.1;
    private static final double LEAST_STATED = 0.05;
    /** Vanity plates exist, but words on signs and cars are far more frequent: letters alone must be read well. */
    private static final double LEAST_OF_A_WORD = 0.25;

    /** A near car's plate is taller; how much that counts. */
    private static final double HEIGHT_COUNTS = 1.5;

    private final PlateSyntax syntax;

    public PlateChooser(PlateSyntax syntax) {
        this.syntax = syntax;
    }

    /** @param trust that this is a plate and says this: its likeness and its confidence after syntax */
    private record Scored(PlateLine line, double likeness, double trust) {
        Place place(double aspect) {
            return Place.of(line.seen().box(), aspect);
        }

        /** Every word is unlikely as a serial, so that what it must show is how well it was read, apart from syntax. */
        boolean isEnough(boolean stated) {
            if (stated) {
                return likeness >= LEAST_STATED && trust >= LEAST_STATED;
            }
            var isWord = Likeness.isLettersAlone(line.reading().plate());
            var asWord = likeness * line.reading().confidence().value();
            return likeness >= LEAST_LIKENESS && (isWord ? asWord >= LEAST_OF_A_WORD : trust >= LEAST_CONFIDENCE);
        }

        double rank() {
            return trust * Math.pow(line.seen().box().height(), HEIGHT_COUNTS);
        }

        /** What lies on or right beside a better one belongs to the same plate. */
        boolean isPartOf(Scored better, double aspect) {
            var here = place(aspect);
            var there = better.place(aspect);
            return here.gapAlong(there) < 0.5 * there.height() && here.gapAcross(there) < 1.5 * there.height();
        }
    }

    /**
     * @param seen all texts of the frame
     * @param aspect the frame's width by its height
     * @return from left to right, at most {@link FrameLimits#MAX_PLATES}
     */
    public List<ChosenPlate> choose(List<SeenText> seen, double aspect) {
        var joins = new LineJoins(aspect);
        var texts = new ArrayList<>(seen.subList(0, Math.min(seen.size(), MAX_TEXTS)));
        var likeness = new Likeness(texts, aspect);
        texts.addAll(joins.inLine(List.copyOf(texts)));
        var states = new NearbyState(texts, aspect);

        var lines = new ArrayList<PlateLine>();
        texts.stream().map(PlateLine::of).flatMap(Optional::stream).forEach(lines::add);
        lines.addAll(joins.stacked(List.copyOf(lines)));
        var order = lines.stream()
                .map(line -> scored(line, likeness))
                .filter(line -> line.isEnough(states.of(line.line().seen().box()) instanceof IssuingState.Issued))
                .sorted(Comparator.comparingDouble(Scored::rank).reversed())
                .toList();
        return apart(order, aspect).stream()
                .limit(FrameLimits.MAX_PLATES)
                .map(line -> chosen(line, states))
                .sorted(Comparator.comparingDouble(plate -> plate.box().centreX()))
                .toList();
    }

    private Scored scored(PlateLine line, Likeness likeness) {
        var like = likeness.of(line.seen(), line.reading().plate());
        var ranked = ranked(line, IssuingState.UNKNOWN);
        return new Scored(line, like, like * ranked.confidence().value());
    }

    private Candidate ranked(PlateLine line, IssuingState state) {
        return syntax.rank(List.of(line.reading()), state).getFirst();
    }

    private static List<Scored> apart(List<Scored> order, double aspect) {
        var kept = new ArrayList<Scored>();
        for (var line : order) {
            if (kept.stream().noneMatch(better -> line.isPartOf(better, aspect))) {
                kept.add(line);
            }
        }
        return kept;
    }

    private ChosenPlate chosen(Scored line, NearbyState states) {
        var box = line.line().seen().box();
        var state = states.of(box, List.of(ranked(line.line(), IssuingState.UNKNOWN)));
        var best = ranked(line.line(), state);
        var doubted = best.confidence().value() * Math.min(1, line.likeness());
        return new ChosenPlate(box, List.of(best.with(new Confidence(doubted))), state);
    }
}
