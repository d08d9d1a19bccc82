package passby.recognizer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void wilsonsIntervalIsTheOneOfTheTextbooks() {
        var interval = Interval.wilson(187, 191);

        assertThat(interval.low()).isCloseTo(0.947, within(0.001));
        assertThat(interval.high()).isCloseTo(0.992, within(0.001));
    }

    @Test
    void tenOfTenMayStillBeSevenOfTen() {
        assertThat(Interval.wilson(10, 10).low()).isCloseTo(0.722, within(0.001));
        assertThat(Interval.wilson(10, 10).high()).isEqualTo(1);
    }

    @Test
    void ofNothingEverythingIsPossible() {
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
        assertThat(Interval.bootstrap(List.of(), _ -> true, 1)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void theBootstrapAgreesWithTheBinomialSpreadAndRepeatsItself() {
        var once = Interval.bootstrap(HUNDRED, i -> i < 80, 7);
        var again = Interval.bootstrap(HUNDRED, i -> i < 80, 7);

        assertThat(once).isEqualTo(again);
        assertThat(once.low()).isCloseTo(0.72, within(0.02));
        assertThat(once.high()).isCloseTo(0.88, within(0.02));
    }
}
