package passby.recognizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The likeliest texts of a lattice with their probabilities (prefix beam search, Hannun et al. 2014): one text may come
 * about by many ways through the lattice, whose probabilities add up.
 */
final class BeamSearch {
    private static final int SYMBOLS_PER_STEP = 8;

    /** Probability of all ways to a prefix that end in a blank, and of those that do not. */
    private record Ways(double blank, double open) {
        static final Ways NONE = new Ways(0, 0);

        double all() {
            return blank + open;
        }

        Ways plus(double moreBlank, double moreOpen) {
            return new Ways(blank + moreBlank, open + moreOpen);
        }
    }

    private final int width;

    BeamSearch(int width) {
        this.width = width;
    }

    Map<String, Double> search(Lattice lattice) {
        Map<String, Ways> beam = Map.of("", new Ways(1, 0));
        for (var step : lattice.steps()) {
            beam = widest(grown(beam, step, lattice.symbols()));
        }
        var texts = new LinkedHashMap<String, Double>();
        beam.forEach((text, ways) -> texts.put(text, ways.all()));
        return texts;
    }

    private static Map<String, Ways> grown(Map<String, Ways> beam, float[] step, List<String> symbols) {
        var grown = new HashMap<String, Ways>();
        var likely = likely(step);
        beam.forEach((text, ways) -> {
            add(grown, text, ways.all() * step[0], 0);
            for (var c : likely) {
                var symbol = symbols.get(c);
                if (text.endsWith(symbol)) {
                    add(grown, text, 0, ways.open() * step[c]);
                    add(grown, text + symbol, 0, ways.blank() * step[c]);
                } else {
                    add(grown, text + symbol, 0, ways.all() * step[c]);
                }
            }
        });
        return grown;
    }

    private static void add(Map<String, Ways> grown, String text, double blank, double open) {
        grown.merge(text, Ways.NONE.plus(blank, open), (a, b) -> a.plus(b.blank(), b.open()));
    }

    private static List<Integer> likely(float[] step) {
        return IntStream.range(1, step.length)
                .filter(c -> step[c] > 1e-5f)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> step[c]).reversed())
                .limit(SYMBOLS_PER_STEP)
                .toList();
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
