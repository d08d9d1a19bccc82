package passby.core.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;

/**
 * What the frames of a pass read together: at each place the character for which more than half of their confidence speaks. The
 * order of the frames does not matter. No frame's own text is ever changed by it.
 *
 * @param winner the text, each character as likely as its share, the whole as all of them together
 * @param frames what each that voted read
 */
record PassVote(Candidate winner, List<Plate> frames) {
    /** Of two frames that differ, nobody knows which is right. */
    static final int LEAST = 3;

    /** A text that differs in more characters is another plate in the same frames. */
    static final int MOST_APART = 2;

    private static final double MAJORITY = 0.5;

    /**
     * Empty where too few frames speak of the plate at hand, or they do not agree.
     *
     * @param life of a pass: readings farther apart are of another one under the same name
     */
    static Optional<PassVote> of(PassReading own, List<PassReading> others, Duration life) {
        var voters = new ArrayList<>(List.of(own));
        others.stream()
                .filter(other -> !other.readId().equals(own.readId()))
                .filter(other -> isOfOnePass(own, other, life) && isOfOnePlate(own, other))
                .forEach(voters::add);
        return voters.size() < LEAST ? Optional.empty() : count(voters);
    }

    private static Optional<PassVote> count(List<PassReading> voters) {
        var text = new StringBuilder();
        var shares = new ArrayList<Confidence>();
        var all = 1.0;
        for (var place = 0; place < raw(voters.getFirst()).length(); place++) {
            var share = winner(voters, place);
            if (share.getValue() <= MAJORITY) {
                return Optional.empty();
            }
            text.append(share.getKey());
            shares.add(new Confidence(Math.min(1, share.getValue())));
            all *= share.getValue();
        }
        var winner = new Candidate(new Plate(text.toString()), new Confidence(Math.min(1, all)), shares);
        var frames = voters.stream().map(voter -> voter.best().plate()).toList();
        return Optional.of(new PassVote(winner, frames));
    }

    /** The strongest character at that place, with its share. */
    private static Map.Entry<Character, Double> winner(List<PassReading> voters, int place) {
        var weights = new HashMap<Character, Double>();
        var sum = 0.0;
        for (var voter : voters) {
            var weight = voter.best().characters().get(place).value();
            weights.merge(raw(voter).charAt(place), weight, Double::sum);
            sum += weight;
        }
        var strongest =
                weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return Map.entry(strongest.getKey(), sum == 0 ? 0 : strongest.getValue() / sum);
    }

    private static boolean isOfOnePass(PassReading one, PassReading other, Duration life) {
        return Duration.between(one.capturedAt(), other.capturedAt()).abs().compareTo(life) < 0;
    }

    private static boolean isOfOnePlate(PassReading one, PassReading other) {
        var first = raw(one);
        var second = raw(other);
        if (first.length() != second.length()) {
            return false;
        }
        var apart = 0;
        for (var place = 0; place < first.length(); place++) {
            apart += first.charAt(place) == second.charAt(place) ? 0 : 1;
        }
        return apart <= MOST_APART;
    }

    private static String raw(PassReading reading) {
        return reading.best().plate().raw();
    }
}
