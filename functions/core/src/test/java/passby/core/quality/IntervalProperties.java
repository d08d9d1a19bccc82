package passby.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The interval against its definition: its ends are the shares from which what was found lies exactly 1.96 deviations away. */
final class IntervalProperties {
    private static final double Z = 1.959963984540054;

    @Property
    void bothEndsSolveWilsonsEquation(
            @ForAll @LongRange(min = 0, max = 5_000) long found, @ForAll @LongRange(min = 1, max = 5_000) long n) {
        var misread = Math.min(found, n);

        var interval = Interval.of(misread, n);

        assertThat(deviations(misread, n, interval.low())).isLessThan(1e-6);
        assertThat(deviations(misread, n, interval.high())).isLessThan(1e-6);
    }

    /** (share - end)^2 = z^2 end (1 - end) / n, written without a division. */
    private static double deviations(long found, long n, double end) {
        var share = (double) found / n;
        return Math.abs((share - end) * (share - end) * n - Z * Z * end * (1 - end));
    }

    @Property
    void theShareLiesInsideAndTheIntervalBetweenNoneAndAll(
            @ForAll @LongRange(min = 0, max = 5_000) long found, @ForAll @LongRange(min = 1, max = 5_000) long n) {
        var misread = Math.min(found, n);

        var interval = Interval.of(misread, n);

        assertThat(interval.low()).isBetween(0.0, (double) misread / n);
        assertThat(interval.high()).isBetween((double) misread / n, 1.0);
        assertThat(interval.low()).isLessThan(interval.high());
    }

    @Property
    void moreOfTheSameShareIsKnownBetter(
            @ForAll @LongRange(min = 0, max = 500) long found, @ForAll @LongRange(min = 1, max = 500) long n) {
        var misread = Math.min(found, n);

        var few = Interval.of(misread, n);
        var many = Interval.of(misread * 10, n * 10);

        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
    }

    /** R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3: the score interval without correction. */
    @Example
    void theIntervalIsThatOfThePublishedTable() {
        assertClose(81, 263, 0.2553, 0.3662);
        assertClose(15, 148, 0.0624, 0.1605);
        assertClose(0, 20, 0, 0.1611);
        assertClose(1, 29, 0.0061, 0.1718);
    }

    private static void assertClose(long found, long n, double low, double high) {
        assertThat(Interval.of(found, n).low()).isCloseTo(low, within(0.00005));
        assertThat(Interval.of(found, n).high()).isCloseTo(high, within(0.00005));
    }

    @Example
    void ofNothingThereIsNoShare() {
        assertThatThrownBy(() -> Interval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
