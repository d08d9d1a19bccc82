package passby.recognizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passby.core.recognition.Candidate;
import passby.core.recognition.Confidence;
import passby.core.recognition.Plate;

/** What several views of one line say together: each view gives its texts their probabilities, and the mean counts. */
final class Votes {
    private static final int BEAM = 10;
    private static final int KEPT = 8;
    private static final double LEAST = 1e-4;

    private Votes() {}

    /** At most eight readings, the likeliest first; their confidences add up to at most 1. */
    static List<Candidate> of(List<Lattice> views) {
        var beam = new BeamSearch(BEAM);
        var shares = new HashMap<String, Double>();
        for (var view : views) {
            beam.search(view).forEach((text, p) -> shares.merge(text, p / views.size(), Double::sum));
        }
        var texts = withLetterO(shares);
        return texts.entrySet().stream()
                .filter(e -> isPlate(e.getKey()) && e.getValue() >= LEAST)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(KEPT)
                .map(e -> new Candidate(new Plate(e.getKey()), confidence(e.getValue()), characters(e.getKey(), texts)))
                .toList();
    }

    /** The net's class 0 stands for both; which of the two it is shows only in the place, so both are proposed. */
    private static Map<String, Double> withLetterO(Map<String, Double> shares) {
        var all = new LinkedHashMap<String, Double>();
        shares.forEach((text, share) -> {
            var spellings = spellings(text);
            spellings.forEach(spelling -> all.put(spelling, share / spellings.size()));
        });
        return all;
    }

    private static List<String> spellings(String text) {
        var spellings = new ArrayList<String>();
        spellings.add("");
        var zeros = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var both = c == '0' && ++zeros <= 3;
            var longer = new ArrayList<String>();
            for (var start : spellings) {
                longer.add(start + c);
                if (both) {
                    longer.add(start + 'O');
                }
            }
            spellings = longer;
        }
        return spellings;
    }

    private static boolean isPlate(String text) {
        return text.length() >= 2 && text.length() <= Plate.MAX_LENGTH;
    }

    /** For each place, how much of the vote has this character there. */
    private static List<Confidence> characters(String text, Map<String, Double> texts) {
        var characters = new ArrayList<Confidence>();
        for (var i = 0; i < text.length(); i++) {
            var place = i;
            var same = texts.entrySet().stream()
                    .filter(e -> e.getKey().length() == text.length())
                    .filter(e -> look(e.getKey().charAt(place)) == look(text.charAt(place)))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            characters.add(confidence(same));
        }
        return characters;
    }

    private static char look(char c) {
        return c == 'O' ? '0' : c;
    }

    private static Confidence confidence(double share) {
        return new Confidence(Math.clamp(share, 0.0, 1.0));
    }
}
