package passby.recognizer.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The characters of a strip of print, each with what else it may be, to lay words against: the best local alignment (Smith and
 * Waterman 1981) of a whole word with some part of the strip.
 */
final class PrintedLine {
    /** What a letter in its place is worth: it is e^2, seven times as likely there by the word as by chance. */
    private static final double MATCH = 2;
    /** A letter that is missing, or one too many. */
    private static final double GAP = 1.5;
    /** No other letter counts as less likely than this, in natural logarithms: every letter may be dirt. */
    private static final double WORST = -4;

    private final String alphabet;
    private final List<double[]> characters = new ArrayList<>();

    PrintedLine(Lattice lattice) {
        alphabet = lattice.alphabet();
        var before = 0;
        for (var step : lattice.steps()) {
            var best = likeliest(step);
            if (best != 0 && lattice.symbol(best) != ' ') {
                if (best != before) {
                    characters.add(new double[step.length]);
                }
                merge(characters.getLast(), step);
            }
            before = best;
        }
        characters.replaceAll(PrintedLine::logarithms);
    }

    /** Of how likely each symbol is against the likeliest one; once, because every word asks for them. */
    private static double[] logarithms(double[] character) {
        var most = Arrays.stream(character).max().orElseThrow();
        return Arrays.stream(character)
                .map(likely -> Math.max(Math.log(likely / most), WORST))
                .toArray();
    }

    private static int likeliest(float[] step) {
        var best = 0;
        for (var c = 1; c < step.length; c++) {
            if (step[c] > step[best]) {
                best = c;
            }
        }
        return best;
    }

    private static void merge(double[] character, float[] step) {
        for (var c = 1; c < step.length; c++) {
            character[c] = Math.max(character[c], step[c]);
        }
    }

    /** How well a word fits, in natural logarithms; 0 when it does not. */
    double fit(String word) {
        var symbols = word.chars().map(letter -> 1 + alphabet.indexOf(letter)).toArray();
        var row = new double[word.length() + 1];
        for (var i = 0; i < row.length; i++) {
            row[i] = -GAP * i;
        }
        var best = 0.0;
        for (var character : characters) {
            row = next(row, character, symbols);
            best = Math.max(best, row[word.length()]);
        }
        return best;
    }

    /** @param row the fit of each beginning of the word that ends before this character */
    private static double[] next(double[] row, double[] character, int[] symbols) {
        var next = new double[row.length];
        for (var i = 1; i < row.length; i++) {
            var matched = row[i - 1] + MATCH + character[symbols[i - 1]];
            next[i] = Math.max(matched, Math.max(row[i], next[i - 1]) - GAP);
        }
        return next;
    }
}
