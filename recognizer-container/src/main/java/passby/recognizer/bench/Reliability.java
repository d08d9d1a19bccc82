package passby.recognizer.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Whether confidence means what it says: of the reads of each tenth of it, how many are right. */
final class Reliability {
    private static final int TENTHS = 10;
    /** What is hoped for of confident reads. */
    private static final double RIGHT = 0.99;

    /**
     * @param tenth from this many tenths of confidence on, 0 to 9
     * @param reads with such confidence
     * @param right of them, O being 0 and I being 1
     * @param confidence their mean
     */
    record Bin(int tenth, int reads, int right, double confidence) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %.1f to %.1f | %d | %d | %.1f | %.1f | %s |",
                    tenth / 10.0,
                    (tenth + 1) / 10.0,
                    reads,
                    right,
                    100 * confidence,
                    100.0 * right / reads,
                    Interval.wilson(right, reads).text());
        }
    }

    private Reliability() {}

    /** The tenths that have reads; an answer without a plate is no read. */
    static List<Bin> of(List<Looked> looked) {
        var read = looked.stream().filter(Looked::isRead).toList();
        return IntStream.range(0, TENTHS)
                .mapToObj(tenth -> bin(tenth, read))
                .filter(bin -> bin.reads() > 0)
                .toList();
    }

    private static Bin bin(int tenth, List<Looked> read) {
        var in = read.stream().filter(l -> tenth(l.confidence()) == tenth).toList();
        var right = (int) in.stream().filter(Looked::isFolded).count();
        var mean = in.stream().mapToDouble(Looked::confidence).average().orElse(0);
        return new Bin(tenth, in.size(), right, mean);
    }

    private static int tenth(double confidence) {
        return Math.min(TENTHS - 1, (int) (confidence * TENTHS));
    }

    /** A table, and beneath it the whole with the intervals that two methods give. */
    static List<String> lines(List<Looked> looked, long seed) {
        var lines = new ArrayList<String>();
        lines.add("| confidence | reads | right | mean confidence, % | right, % | Wilson, 95 % |");
        lines.add("|---|---|---|---|---|---|");
        of(looked).forEach(bin -> lines.add(bin.line()));
        lines.add(share(
                "read right", looked, looked.stream().filter(Looked::isFolded).toList(), seed));
        var confident = looked.stream().filter(Looked::isConfident).toList();
        lines.add(share(
                "confident and right",
                confident,
                confident.stream().filter(Looked::isFolded).toList(),
                seed));
        lines.add(share("confident", looked, confident, seed));
        lines.add(surest(looked));
        return lines;
    }

    /** Of the reads from the surest down, as many as can be taken so that {@link #RIGHT} of them are right. */
    private static String surest(List<Looked> looked) {
        var order = looked.stream()
                .filter(Looked::isRead)
                .sorted(Comparator.comparingDouble(l -> -l.confidence()))
                .toList();
        var right = 0;
        var taken = 0;
        var rightOfTaken = 0;
        for (var i = 0; i < order.size(); i++) {
            right += order.get(i).isFolded() ? 1 : 0;
            if (right >= RIGHT * (i + 1)) {
                taken = i + 1;
                rightOfTaken = right;
            }
        }
        return String.format(
                Locale.ROOT,
                "surest of which %.0f %% are right: %d of %d (%.1f %%), from %.3f on, Wilson %s",
                100 * RIGHT,
                taken,
                looked.size(),
                100.0 * taken / Math.max(1, looked.size()),
                taken == 0 ? 1 : order.get(taken - 1).confidence(),
                Interval.wilson(rightOfTaken, taken).text());
    }

    private static String share(String name, List<Looked> all, List<Looked> these, long seed) {
        return "%s: %d of %d, Wilson %s, bootstrap %s"
                .formatted(
                        name,
                        these.size(),
                        all.size(),
                        Interval.wilson(these.size(), all.size()).text(),
                        Interval.bootstrap(all, these::contains, seed).text());
    }
}
