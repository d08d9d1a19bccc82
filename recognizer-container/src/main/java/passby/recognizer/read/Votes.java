package passby.recognizer.read;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What several views of one line say together: each text's mean probability over them. No character at all is a text, too, and
 * what no view proposes is left over, so that the shares add up to at most 1.
 *
 * @param shares of each text, 0 to 1
 */
record Votes(Map<String, Double> shares) {
    private static final int BEAM = 12;

    Votes {
        shares = Map.copyOf(shares);
    }

    static Votes of(List<Lattice> views) {
        var beam = new BeamSearch(BEAM);
        var shares = new HashMap<String, Double>();
        for (var view : views) {
            beam.search(view).forEach((text, p) -> shares.merge(text, p / views.size(), Double::sum));
        }
        return new Votes(shares);
    }

    /** The text of two lines, if each says something: every pair of their texts. */
    Votes followedBy(Votes lower) {
        var pairs = new HashMap<String, Double>();
        shares.forEach((text, p) -> lower.shares.forEach((end, q) -> {
            if (!text.isEmpty() && !end.isEmpty()) {
                pairs.merge(text + end, p * q, Double::sum);
            }
        }));
        return new Votes(pairs);
    }

    /** The share of the likeliest text that has characters; 0 where none has. */
    double best() {
        return shares.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }
}
