package passby.core.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import passby.core.picture.FrameLimits;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;

/**
 * Picks the plates among all the texts of a frame, whichever engine saw them, and ranks what each may say. No plate is an
 * answer, and so are several. Nothing is rewritten: candidates are what the engine saw, letter by letter.
 */
public final class PlateChooser {
    /** Engines answer up to this many words; more are not looked at. */
    public static final int MAX_TEXTS = 100;

    private static final double SYNTAX_WEIGHT = 0.7;
    private static final double LEAST_PROMISE = 0.05;
    private static final double LEAST_LIKENESS = 0.2;
    private static final double LEAST_CONFIDENCE = 0.1;
    private static final double LEAST_STATED = 0.05;
    /** Vanity plates exist, but words on signs and cars are far more frequent: letters alone must be read well. */
    private static final double LEAST_OF_A_WORD = 0.25;

    private static final double SAME_LINE = 0.7;
    private static final double HEIGHT_COUNTS = 1.5;
    private static final double LONGER = 1.05;
    private static final double PIECE_YIELDS = 0.6;

    private final PlateSyntax syntax;

    public PlateChooser(PlateSyntax syntax) {
        this.syntax = syntax;
    }

    private record Scored(PlateLine line, List<Candidate> ranked, double likeness, double height) {
        /** Whether a round shape is O or 0 is no doubt of a plate. */
        private String text() {
            return ranked.getFirst().plate().foldO();
        }

        double trust() {
            return likeness * share(ranked, text()::equals);
        }

        /** Every word is unlikely as a serial, so that what it must show is how well it was read, apart from syntax. */
        private double trustOfWord() {
            return likeness * share(line.readings(), text()::equals);
        }

        private static double share(List<Candidate> readings, Predicate<String> which) {
            return readings.stream()
                    .filter(reading -> which.test(reading.plate().foldO()))
                    .mapToDouble(reading -> reading.confidence().value())
                    .sum();
        }

        /** @param stated whether a state's name stands beside it, as on plates and hardly elsewhere */
        boolean isEnough(boolean stated) {
            if (stated) {
                return likeness >= LEAST_STATED && trust() >= LEAST_STATED;
            }
            var isWord = Likeness.isLettersAlone(ranked.getFirst().plate());
            return likeness >= LEAST_LIKENESS
                    && (isWord ? trustOfWord() >= LEAST_OF_A_WORD : trust() >= LEAST_CONFIDENCE);
        }

        /** Several looks find one line with different margins; which of them is the plate is not for height to say. */
        Scored asTallOf(List<Scored> all, double aspect) {
            var place = Place.of(line.seen().box(), aspect);
            var tallest = all.stream()
                    .filter(other -> place.shared(Place.of(other.line().seen().box(), aspect)) > SAME_LINE)
                    .mapToDouble(Scored::height)
                    .max();
            return new Scored(line, ranked, likeness, tallest.orElse(height));
        }

        /** A box that cuts a serial short is read well, and still is only a piece of it, whatever the rest may be. */
        boolean isPieceOf(Scored longer, double aspect) {
            var here = Place.of(line.seen().box(), aspect);
            var there = Place.of(longer.line.seen().box(), aspect);
            var trustOfMore = longer.likeness * share(longer.ranked, whole -> isLonger(whole, text()));
            return there.shared(here) > SAME_LINE
                    && there.width() > here.width() * LONGER
                    && trustOfMore >= trust() * PIECE_YIELDS;
        }

        private static boolean isLonger(String whole, String text) {
            return whole.length() > text.length() && (whole.startsWith(text) || whole.endsWith(text));
        }

        double rank(double tallest) {
            return trust() * Math.pow(height / tallest, HEIGHT_COUNTS);
        }
    }

    /**
     * For engines that read all print alike.
     *
     * @param aspect the frame's width by its height
     */
    public List<ChosenPlate> choose(List<SeenText> seen, double aspect) {
        var texts = seen.subList(0, Math.min(seen.size(), MAX_TEXTS));
        var all = new ArrayList<>(texts);
        all.addAll(new LineJoins(aspect).inLine(texts));
        return choose(all.stream().map(PlateLine::of).toList(), texts, aspect);
    }

    /**
     * For engines with a reader of their own for plates.
     *
     * @param lines that may be plates; lines may overlap, of which one is chosen
     * @param words all texts of the frame, by which the state is told
     * @param aspect the frame's width by its height
     */
    public List<ChosenPlate> choose(List<PlateLine> lines, List<SeenText> words, double aspect) {
        var joins = new LineJoins(aspect);
        var everything = new ArrayList<>(words);
        everything.addAll(joins.inLine(words));
        var states = new NearbyState(everything, aspect);

        var likeness = new Likeness(words, aspect);

        var all = new ArrayList<>(lines);
        all.addAll(joins.stacked(lines));
        var scored = all.stream()
                .filter(line -> !line.readings().isEmpty())
                .map(line -> scored(line, likeness))
                .filter(line -> line.isEnough(states.of(line.line().seen().box()) instanceof IssuingState.Issued))
                .toList();
        var tallest = scored.stream().mapToDouble(Scored::height).max().orElse(1);
        var order = scored.stream()
                .map(line -> line.asTallOf(scored, aspect))
                .sorted(Comparator.comparingDouble((Scored line) -> line.rank(tallest))
                        .reversed())
                .toList();
        return apart(order, aspect).stream()
                .limit(FrameLimits.MAX_PLATES)
                .map(line -> chosen(line, states))
                .sorted(Comparator.comparingDouble(plate -> plate.box().centreX()))
                .toList();
    }

    /**
     * How far a line promises to be a plate, or one of the two lines of a plate, once it is looked at more closely: above 0
     * whatever it was read as, unless it is known to be something else.
     *
     * @param all lines of the frame, with one of which it may make a plate
     */
    public double promise(PlateLine line, List<PlateLine> all, double aspect) {
        if (Lettering.isKnown(line.seen().text())) {
            return 0;
        }
        var likeness = new Likeness(List.of(), aspect);
        return LEAST_PROMISE
                + Stream.concat(Stream.of(line), new LineJoins(aspect).stacksOf(line, all))
                        .filter(each -> !each.readings().isEmpty())
                        .mapToDouble(each -> scored(each, likeness).trust())
                        .max()
                        .orElse(0);
    }

    private Scored scored(PlateLine line, Likeness likeness) {
        var ranked = ranked(line.readings(), IssuingState.UNKNOWN);
        var like = likeness.of(line.seen(), ranked);
        return new Scored(line, ranked, like, line.seen().box().height());
    }

    /** The best ranked first, and of what lies on or right beside a better one, nothing: it belongs to the same plate. */
    private static List<Scored> apart(List<Scored> order, double aspect) {
        var kept = new ArrayList<Scored>();
        for (var line : order) {
            if (kept.stream().noneMatch(better -> isPartOf(line, better, aspect))
                    && order.stream().noneMatch(other -> line.isPieceOf(other, aspect))) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean isPartOf(Scored line, Scored better, double aspect) {
        var one = Place.of(line.line().seen().box(), aspect);
        var other = Place.of(better.line().seen().box(), aspect);
        return one.gapAlong(other) < 0.5 * other.height() && one.gapAcross(other) < 1.5 * other.height();
    }

    private ChosenPlate chosen(Scored line, NearbyState states) {
        var box = line.line().seen().box();
        var state = states.of(box, line.ranked());
        var candidates = ranked(line.line().readings(), state).stream()
                .limit(PlateReading.MAX_CANDIDATES)
                .map(candidate -> doubted(candidate, line.likeness()))
                .toList();
        return new ChosenPlate(box, candidates, state);
    }

    private static Candidate doubted(Candidate candidate, double likeness) {
        var confidence = candidate.confidence().value() * Math.min(1, likeness);
        return new Candidate(candidate.plate(), new Confidence(confidence), candidate.characters());
    }

    /** By how well each was read and how plates are composed; what is left to no reading stays doubt. */
    private List<Candidate> ranked(List<Candidate> readings, IssuingState state) {
        var doubt = Math.max(
                0,
                1 - readings.stream().mapToDouble(r -> r.confidence().value()).sum());
        var weights = readings.stream()
                .map(r -> r.confidence().value() * Math.exp(SYNTAX_WEIGHT * syntax.logRatio(r.plate(), state)))
                .toList();
        var total = doubt + weights.stream().mapToDouble(Double::doubleValue).sum();
        var ranked = new ArrayList<Candidate>();
        for (var i = 0; i < readings.size(); i++) {
            var share = total == 0 ? 0 : weights.get(i) / total;
            ranked.add(new Candidate(
                    readings.get(i).plate(),
                    new Confidence(share),
                    readings.get(i).characters()));
        }
        ranked.sort(Comparator.comparing(Candidate::confidence).reversed());
        return List.copyOf(ranked);
    }
}
