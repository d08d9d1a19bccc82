package passby.recognizer;

import java.util.List;
import java.util.stream.IntStream;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;

/**
 * How often a read is right, from the share of the vote that its text has and from the detector's score: a logistic regression
 * (Platt 1999) on half a of the development pictures at two scales and on 500 drawn street scenes, which have what is no plate.
 * docs/experiments/2026-11-28-recognizer-detector-first.md has the fit and what it gives on the other half.
 */
final class Calibration {
    private static final double INTERCEPT = -1.18;
    private static final double OF_SHARE = 0.75;
    private static final double OF_SCORE = 1.0;

    /** Shares and scores nearer to 0 and 1 than these say nothing more. */
    private static final double LEAST_SHARE = 1e-4;

    private static final double LEAST_SCORE = 0.02;

    /** Of drawn reads with less, one in twenty is right: they are no reads. */
    private static final double READABLE = 0.2;

    private Calibration() {}

    static boolean isReadable(List<Candidate> ranked, double score) {
        return !ranked.isEmpty() && probability(ranked, score) >= READABLE;
    }

    /**
     * @param ranked the likeliest first; what its confidence gains, the others lose
     * @param score of the detector
     * @return the likeliest ones, whose first is as sure as it is often right, O and 0 being the same
     */
    static List<Candidate> of(List<Candidate> ranked, double score, int most) {
        var first = ranked.getFirst().confidence().value();
        var sure = probability(ranked, score);
        var left = first < 1 ? (1 - sure) / (1 - first) : 0;
        return IntStream.range(0, Math.min(most, ranked.size()))
                .mapToObj(i -> ranked.get(i)
                        .with(new Confidence(
                                i == 0
                                        ? sure
                                        : Math.min(1, ranked.get(i).confidence().value() * left))))
                .toList();
    }

    private static double probability(List<Candidate> ranked, double score) {
        var logOdds =
                INTERCEPT + OF_SHARE * logOdds(share(ranked), LEAST_SHARE) + OF_SCORE * logOdds(score, LEAST_SCORE);
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double logOdds(double probability, double least) {
        var bounded = Math.clamp(probability, least, 1 - least);
        return Math.log(bounded / (1 - bounded));
    }

    /** Of the likeliest text, whichever way its zeros are spelt: whether a round shape is O or 0 is no doubt of a plate. */
    private static double share(List<Candidate> ranked) {
        var text = ranked.getFirst().plate().foldO();
        return ranked.stream()
                .filter(reading -> reading.plate().foldO().equals(text))
                .mapToDouble(reading -> reading.confidence().value())
                .sum();
    }
}
