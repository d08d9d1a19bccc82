package passby.recognizer.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;

/** From the votes on a serial to candidates: the net has one class for 0 and O, so both spellings are proposed, and syntax ranks them. */
public final class Spellings {
    /** Enough for three texts in all their spellings. */
    private static final int KEPT = 24;

    private static final double LEAST_SHARE = 1e-4;
    /** Shorter serials exist, but of 107 shorter texts in drawn street scenes none was a serial: they are stickers and lamps. */
    private static final int SHORTEST = 3;
    /** No series has more than three places in a row that may hold either. */
    private static final int MOST_ZEROS = 3;

    private Spellings() {}

    /** The likeliest first; their confidences are shares of the vote and add up to at most 1. */
    public static List<Candidate> of(Map<String, Double> votes) {
        var spelt = new HashMap<String, Double>();
        votes.forEach((text, share) -> {
            if (text.length() >= SHORTEST && text.length() <= Plate.MAX_LENGTH && share >= LEAST_SHARE) {
                var spellings = spellings(text);
                spellings.forEach(spelling -> spelt.put(spelling, share / spellings.size()));
            }
        });
        return spelt.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(KEPT)
                .map(e -> new Candidate(new Plate(e.getKey()), confidence(e.getValue()), characters(e.getKey(), votes)))
                .toList();
    }

    private static List<String> spellings(String text) {
        var spellings = List.of("");
        var zeros = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var both = c == '0' && ++zeros <= MOST_ZEROS;
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

    /** For each place, how much of the vote has this character there. */
    private static List<Confidence> characters(String text, Map<String, Double> votes) {
        var characters = new ArrayList<Confidence>();
        for (var i = 0; i < text.length(); i++) {
            var place = i;
            var seen = text.charAt(i) == 'O' ? '0' : text.charAt(i);
            characters.add(confidence(votes.entrySet().stream()
                    .filter(e ->
                            e.getKey().length() == text.length() && e.getKey().charAt(place) == seen)
                    .mapToDouble(Map.Entry::getValue)
                    .sum()));
        }
        return characters;
    }

    private static Confidence confidence(double share) {
        return new Confidence(Math.clamp(share, 0.0, 1.0));
    }
}
