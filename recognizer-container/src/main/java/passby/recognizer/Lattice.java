package passby.recognizer;

import java.util.ArrayList;
import java.util.List;

/**
 * What a net that was trained with CTC (Graves et al. 2006) answers for one line: the probability of each symbol at each
 * step. Symbol 0 is the blank that stands between characters.
 *
 * @param symbols what the classes mean; the first is the empty string
 * @param steps for each step, the probability of each symbol
 */
record Lattice(List<String> symbols, List<float[]> steps) {
    /** The likeliest symbol of every step, read as a text, with the probability of each character. */
    record Text(String text, List<Double> characters) {
        double confidence() {
            return characters.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
        }
    }

    Text greedy() {
        var text = new StringBuilder();
        var characters = new ArrayList<Double>();
        var before = 0;
        for (var step : steps) {
            var best = best(step);
            if (best != 0 && best != before && !symbols.get(best).isEmpty()) {
                text.append(symbols.get(best));
                for (var i = 0; i < symbols.get(best).length(); i++) {
                    characters.add(Math.min(1, (double) step[best]));
                }
            }
            before = best;
        }
        return new Text(text.toString(), characters);
    }

    private static int best(float[] step) {
        var best = 0;
        for (var c = 1; c < step.length; c++) {
            if (step[c] > step[best]) {
                best = c;
            }
        }
        return best;
    }
}
