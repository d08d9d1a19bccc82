package passby.recognizer;

import java.util.List;
import java.util.stream.IntStream;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;

/**
 * How often a read of a plate is right: from the share of the vote that its text has and from the detector's score by a logistic
 * regression (Platt 1999), and half of that for a plate that the picture's edge may have cut.
 * docs/experiments/2026-11-28-recogniser-strangers.md has the fit, on half a of the development pictures at three scales and on drawn streets, and
 * what it gives on the other half.
 *
 * @param score of the detector, 0 to 1
 * @param outside how much of the plate's width lies left or right of the picture, 0 to 1
 */
record Calibration(double score, double outside) {
    private static final double INTERCEPT = -1.18;
    private static final double OF_SHARE = 0.75;
    private static final double OF_SCORE = 1.0;

    /** Shares and scores nearer to 0 and 1 than these say nothing more. */
    private static final double LEAST_SHARE = 1e-4;

    private static final double LEAST_SCORE = 0.02;

    /** The paper beside a serial is about as wide; with more outside, its first or last character may be. */
    private static final double MARGIN = 0.05;
    /** Of such reads on drawn streets, confident ones too, about half are right: the others lack a character. */
    private static final double WHOLE = 0.5;

    /** Of drawn reads with less, one in twenty is right: they are no reads. */
    private static final double READABLE = 0.2;

    boolean isReadable(List<Candidate> ranked) {
        return !ranked.isEmpty() && whole() * probability(ranked) >= READABLE;
    }

    /**
     * @param ranked the likeliest first; what its confidence gains, the others lose
     * @return the likeliest ones, whose first is as sure as it is often right, O and 0 being the same
     */
    List<Candidate> of(List<Candidate> ranked, int most) {
        var first = ranked.getFirst().confidence().value();
        var sure = probability(ranked);
        var left = first < 1 ? (1 - sure) / (1 - first) : 0;
        return IntStream.range(0, Math.min(most, ranked.size()))
                .mapToObj(i -> {
                    var own = ranked.get(i).confidence().value();
                    return ranked.get(i).with(new Confidence(whole() * (i == 0 ? sure : Math.min(1, own * left))));
                })
                .toList();
    }

    private double whole() {
        return outside > MARGIN ? WHOLE : 1;
    }

    private double probability(List<Candidate> ranked) {
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
