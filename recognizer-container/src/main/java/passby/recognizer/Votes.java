package passby.recognizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;

/**
 * What several views of one line say together: each view gives its texts their probabilities and counts as much as it is sure
 * of its likeliest text, the reader of any print has a say too, and the mean counts.
 */
final class Votes {
    private static final int BEAM = 10;
    /** Enough for three texts in all their spellings. */
    private static final int KEPT = 24;

    private static final double LEAST = 1e-4;
    /** What the reader of any print has of the vote: it knows plates less well than the views, but errs in other ways. */
    private static final double OF_PRINT = 0.2;
    /** The same of a row of a plate in two lines, which our net was not taught. */
    private static final double OF_SHORT_PRINT = 0.5;

    private static final int SHORT = 4;

    /** This much of the vote for one character more, and the line may be cut short. */
    private static final double HINT = 0.08;
    /** This much of it after another look, and the character is there. */
    private static final double MOST = 0.5;

    private static final int LEAST_CUT = 3;

    private static final int MOST_ZEROS = 3;
    private static final double CLEAR = 0.95;
    private static final double FAIR = 0.15;
    private static final int LEAST_CLEAR = 5;
    private static final int MOST_CLEAR = 8;

    private final BeamSearch beam = new BeamSearch(BEAM);
    private final Map<String, Double> weights = new HashMap<>();
    private final Map<String, Double> prints = new HashMap<>();
    private double views;

    void add(Lattice view) {
        var texts = beam.search(view);
        var sure = Collections.max(texts.values());
        texts.forEach((text, p) -> weights.merge(text, p * sure, Double::sum));
        views += sure;
    }

    /** @param print what the reader of any print saw; it tells O and 0 apart only by width, so it counts as 0 here */
    void addPrint(Candidate print) {
        var sure = print.confidence().value();
        prints.put(print.plate().foldO(), sure * sure);
    }

    /** Each text's part of the vote. */
    private Map<String, Double> shares() {
        var ofPrint = prints.keySet().stream()
                .mapToDouble(text -> text.length() <= SHORT ? OF_SHORT_PRINT : OF_PRINT)
                .max()
                .orElse(0);
        var shares = new HashMap<String, Double>();
        weights.forEach((text, weight) -> shares.put(text, weight * (1 - ofPrint) / views));
        prints.forEach((text, weight) -> shares.merge(text, weight * ofPrint, Double::sum));
        return shares;
    }

    /** Whether the views agree on a text of letters and digits, which hardly anything but a plate carries. */
    boolean isClear() {
        return weights.entrySet().stream().anyMatch(e -> e.getValue() >= CLEAR * views && isMixed(e.getKey()));
    }

    /** Whether something of a serial's length has a fair part of the vote. */
    boolean isSerial() {
        return weights.entrySet().stream()
                .anyMatch(e -> e.getValue() >= FAIR * views && e.getKey().length() >= LEAST_CLEAR);
    }

    /** The text with the most votes; empty before the first view. */
    String likeliest() {
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The end at which some views see one character more than the likeliest text has. */
    Optional<TextBox.End> cutShort() {
        var text = likeliest();
        var before = longer(text, other -> other.endsWith(text));
        var after = longer(text, other -> other.startsWith(text));
        if (text.length() < LEAST_CUT || Math.max(before, after) < HINT * views) {
            return Optional.empty();
        }
        return Optional.of(before >= after ? TextBox.End.FIRST : TextBox.End.LAST);
    }

    private double longer(String text, Predicate<String> holdsIt) {
        return weights.entrySet().stream()
                .filter(e -> e.getKey().length() == text.length() + 1 && holdsIt.test(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Whether most of the vote is for the other's likeliest text with one character more. */
    boolean completes(Votes other) {
        var whole = likeliest();
        var text = other.likeliest();
        return whole.length() == text.length() + 1
                && (whole.startsWith(text) || whole.endsWith(text))
                && weights.getOrDefault(whole, 0.0) >= MOST * views;
    }

    private static boolean isMixed(String text) {
        var digits = text.chars().filter(Character::isDigit).count();
        return text.length() >= LEAST_CLEAR && text.length() <= MOST_CLEAR && digits > 0 && digits < text.length();
    }

    /** The likeliest first, few enough to rank; their confidences add up to at most 1. */
    List<Candidate> readings() {
        if (views == 0) {
            return List.of();
        }
        var spelt = withLetterO();
        return spelt.entrySet().stream()
                .filter(e -> isPlate(e.getKey()) && e.getValue() >= LEAST)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(KEPT)
                .map(e -> new Candidate(new Plate(e.getKey()), confidence(e.getValue()), characters(e.getKey(), spelt)))
                .toList();
    }

    /** The net's class 0 stands for both; which of the two it is shows only in the place, so both are proposed. */
    private Map<String, Double> withLetterO() {
        var all = new HashMap<String, Double>();
        shares().forEach((text, share) -> {
            var spellings = spellings(text);
            spellings.forEach(spelling -> all.put(spelling, share / spellings.size()));
        });
        return all;
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
