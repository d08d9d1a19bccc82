package passby.recognizer.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Between which two shares a counted share really lies, in 95 of 100 cases.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
record Interval(double low, double high) {
    private static final int DRAWS = 2000;

    /** Wilson's, as the city's own rates have it; 0 to 1 where nothing was counted. */
    static Interval wilson(int right, int all) {
        if (all == 0) {
            return new Interval(0, 1);
        }
        var wilson = passby.core.quality.Interval.of(right, all);
        return new Interval(wilson.low(), wilson.high());
    }

    /** The percentile bootstrap (Efron 1979): as many cases drawn anew, two thousand times, the same ones for the same seed. */
    static <T> Interval bootstrap(List<T> all, Predicate<T> isRight, long seed) {
        if (all.isEmpty()) {
            return new Interval(0, 1);
        }
        var random = new Random(seed);
        var right = new boolean[all.size()];
        for (var i = 0; i < right.length; i++) {
            right[i] = isRight.test(all.get(i));
        }
        var shares = new double[DRAWS];
        for (var draw = 0; draw < DRAWS; draw++) {
            var count = 0;
            for (var i = 0; i < right.length; i++) {
                count += right[random.nextInt(right.length)] ? 1 : 0;
            }
            shares[draw] = (double) count / right.length;
        }
        Arrays.sort(shares);
        return new Interval(shares[DRAWS / 40], shares[DRAWS - 1 - DRAWS / 40]);
    }

    /** In percent. */
    String text() {
        return String.format(Locale.ROOT, "%.1f to %.1f", 100 * low, 100 * high);
    }
}
