package passby.recognizer.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The likeliest texts of a lattice with their probabilities (prefix beam search, Hannun et al. 2014): one text may come
 * about by many ways through the lattice, whose probabilities add up.
 */
final class BeamSearch {
    private static final int SYMBOLS_PER_STEP = 8;
    private static final float LEAST_SYMBOL = 1e-4f;
    /** Most steps lie between characters; a step that is surely blank changes no text. */
    private static final float SURELY_BLANK = 0.9995f;

    /** Probability of all ways to a prefix that end in a blank, and of those that do not; sums that grow within one step. */
    private static final class Ways {
        private double blank;
        private double open;

        Ways(double blank, double open) {
            this.blank = blank;
            this.open = open;
        }

        double all() {
            return blank + open;
        }
    }

    private final int width;

    BeamSearch(int width) {
        this.width = width;
    }

    Map<String, Double> search(Lattice lattice) {
        Map<String, Ways> beam = Map.of("", new Ways(1, 0));
        for (var step : lattice.steps()) {
            beam = step[0] >= SURELY_BLANK ? closed(beam) : widest(grown(beam, step, lattice));
        }
        var texts = new LinkedHashMap<String, Double>();
        beam.forEach((text, ways) -> texts.put(text, ways.all()));
        return texts;
    }

    private static Map<String, Ways> closed(Map<String, Ways> beam) {
        var closed = new LinkedHashMap<String, Ways>();
        beam.forEach((text, ways) -> closed.put(text, new Ways(ways.all(), 0)));
        return closed;
    }

    private static Map<String, Ways> grown(Map<String, Ways> beam, float[] step, Lattice lattice) {
        var grown = new HashMap<String, Ways>();
        var likely = likely(step);
        beam.forEach((text, ways) -> {
            add(grown, text, ways.all() * step[0], 0);
            for (var c : likely) {
                var symbol = String.valueOf(lattice.symbol(c));
                if (text.endsWith(symbol)) {
                    add(grown, text, 0, ways.open * step[c]);
                    add(grown, text + symbol, 0, ways.blank * step[c]);
                } else {
                    add(grown, text + symbol, 0, ways.all() * step[c]);
                }
            }
        });
        return grown;
    }

    private static void add(Map<String, Ways> grown, String text, double blank, double open) {
        var ways = grown.get(text);
        if (ways == null) {
            grown.put(text, new Ways(blank, open));
        } else {
            ways.blank += blank;
            ways.open += open;
        }
    }

    /** The likeliest symbols but the blank, the likeliest first. */
    private static List<Integer> likely(float[] step) {
        var likely = new ArrayList<Integer>();
        for (var c = 1; c < step.length; c++) {
            if (step[c] > LEAST_SYMBOL) {
                likely.add(c);
            }
        }
        likely.sort(Comparator.comparingDouble((Integer c) -> -step[c]));
        return likely.subList(0, Math.min(SYMBOLS_PER_STEP, likely.size()));
    }

    private Map<String, Ways> widest(Map<String, Ways> grown) {
        var order = new ArrayList<>(grown.entrySet());
        order.removeIf(entry -> entry.getValue().all() == 0);
        order.sort(Comparator.comparingDouble(
                        (Map.Entry<String, Ways> entry) -> entry.getValue().all())
                .reversed());
        var kept = new LinkedHashMap<String, Ways>();
        order.subList(0, Math.min(width, order.size())).forEach(e -> kept.put(e.getKey(), e.getValue()));
        return kept;
    }
}
