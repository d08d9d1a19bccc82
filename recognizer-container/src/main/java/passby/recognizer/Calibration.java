package passby.recognizer;

import java.util.List;
import java.util.stream.IntStream;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;

/**
 * Turns the share of the votes into how often a read is right: a logistic curve (Platt 1999), fitted on half a of the development
 * pictures. docs/experiments/recognizer-confidence.md has the fit and what it gives on the other half.
 */
final class Calibration {
    private static final double SLOPE = 1.2;
    private static final double INTERCEPT = 2.2;
    /** A reading that is right less often than this is no reading. */
    private static final double LEAST = 0.1;

    private Calibration() {}

    static boolean isReadable(List<Candidate> ranked) {
        return !ranked.isEmpty() && probability(share(ranked)) >= LEAST;
    }

    /**
     * @param ranked the likeliest first; what its confidence gains, the others lose
     * @return the likeliest ones, whose first is as sure as it is often right, O and 0 being the same
     */
    static List<Candidate> of(List<Candidate> ranked, int most) {
        var first = ranked.getFirst().confidence().value();
        var sure = probability(share(ranked));
        var left = first < 1 ? (1 - sure) / (1 - first) : 0;
        return IntStream.range(0, Math.min(most, ranked.size()))
                .mapToObj(i -> ranked.get(i)
                        .with(new Confidence(
                                i == 0 ? sure : ranked.get(i).confidence().value() * left)))
                .toList();
    }

    /** Of the likeliest text, whichever way its zeros are spelt: whether a round shape is O or 0 is no doubt of a plate. */
    static double share(List<Candidate> ranked) {
        var text = ranked.getFirst().plate().foldO();
        return Math.min(
                1,
                ranked.stream()
                        .filter(reading -> reading.plate().foldO().equals(text))
                        .mapToDouble(reading -> reading.confidence().value())
                        .sum());
    }

    private static double probability(double share) {
        var odds = Math.pow(share / (1 - share), SLOPE) * Math.exp(INTERCEPT);
        return Double.isFinite(odds) ? odds / (1 + odds) : 1;
    }
}
