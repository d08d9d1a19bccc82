package passby.recognizer;

import java.util.List;
import java.util.stream.IntStream;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;

/**
 * Turns the share of the votes into how often a read is right: a logistic curve (Platt 1999). Shares claim too little, because
 * views of one line err together and a beam leaves some of the vote out. Chosen on one half of the development pictures, a little
 * on the side of doubt (195 of 208 reads expected to be right there, 202 are); the README has what it gives on the other half.
 */
final class Calibration {
    private static final double SLOPE = 1.2;
    private static final double INTERCEPT = 2.2;

    private Calibration() {}

    /** @param ranked the likeliest first; what its confidence gains, the others lose */
    static List<Candidate> of(List<Candidate> ranked) {
        var share = ranked.getFirst().confidence().value();
        var sure = sure(share);
        var left = share < 1 ? (1 - sure) / (1 - share) : 0;
        return IntStream.range(0, ranked.size())
                .mapToObj(i -> with(
                        ranked.get(i),
                        i == 0 ? sure : ranked.get(i).confidence().value() * left))
                .toList();
    }

    private static double sure(double share) {
        var odds = Math.pow(share / (1 - share), SLOPE) * Math.exp(INTERCEPT);
        return share < 1 ? odds / (1 + odds) : 1;
    }

    private static Candidate with(Candidate candidate, double confidence) {
        return new Candidate(candidate.plate(), new Confidence(confidence), candidate.characters());
    }
}
