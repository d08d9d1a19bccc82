package passby.recognizer;

import java.util.List;
import java.util.stream.IntStream;
import passby.core.recognition.Candidate;
import passby.core.recognition.Confidence;

/**
 * Turns the share of the votes into how often a read is right. Shares claim too little, because views of one line err
 * together and a beam leaves some of the vote out: on the development pictures every read with a share of two thirds or more
 * was right. The square root is the simplest curve that stays below what was measured.
 */
final class Calibration {
    private Calibration() {}

    /** @param ranked the likeliest first; what its confidence gains, the others lose */
    static List<Candidate> of(List<Candidate> ranked) {
        var share = ranked.getFirst().confidence().value();
        var sure = Math.sqrt(share);
        var left = share < 1 ? (1 - sure) / (1 - share) : 0;
        return IntStream.range(0, ranked.size())
                .mapToObj(i -> with(
                        ranked.get(i),
                        i == 0 ? sure : ranked.get(i).confidence().value() * left))
                .toList();
    }

    private static Candidate with(Candidate candidate, double confidence) {
        return new Candidate(candidate.plate(), new Confidence(confidence), candidate.characters());
    }
}
