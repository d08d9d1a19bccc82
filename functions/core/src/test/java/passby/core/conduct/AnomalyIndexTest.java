package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static passby.core.conduct.ADay.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.conduct.Act.Kind;

final class AnomalyIndexTest {
    private final List<Act> acts = new ArrayList<>();

    private void search(Instant at) {
        acts.add(new Act("e" + acts.size(), at, Kind.SEARCH, "yang", "t" + acts.size(), "c", "d", false, false));
    }

    /** Two searches at ten and eleven on each of the first days. */
    private void usual(int days) {
        for (var day = 0; day < days; day++) {
            search(at(day, 10));
            search(at(day, 11));
        }
    }

    @Test
    void theUsualHoursAreTheFewestThatHoldEightyFivePercent() {
        usual(10);
        search(at(10, 3));

        var index = new AnomalyIndex(acts);

        assertThat(index.isUsual(acts.getFirst())).isTrue();
        assertThat(index.isUsual(acts.getLast())).isFalse();
    }

    @Test
    void aSearchOutsideTheUsualHoursCountsFiveTimes() {
        usual(10);
        search(at(10, 3));

        // Every day before had 2, the deviation is below one, and today has 5.
        assertThat(new AnomalyIndex(acts).of(10)).isCloseTo(3, within(1e-9));
    }

    @Test
    void theLargerOfRateAndScopeCounts() {
        usual(10);
        for (var i = 0; i < 6; i++) {
            acts.add(new Act("f" + i, at(10, 10), Kind.SEARCH, "yang", "same", "c", "d", false, false));
        }

        // Six searches of one plate: rate 6 - 2, scope 1 - 2.
        assertThat(new AnomalyIndex(acts).of(10)).isCloseTo(4, within(1e-9));
    }

    @Test
    void usualHoursMayCrossMidnight() {
        for (var day = 0; day < 10; day++) {
            search(at(day, 23.5));
            search(at(day + 1, 0.5));
        }

        var index = new AnomalyIndex(acts);

        assertThat(acts).allMatch(index::isUsual);
        assertThat(index.criticalDays()).isEmpty();
    }

    @Test
    void fewDaysSayNothingAboutWhatIsUsual() {
        usual(9);
        for (var i = 0; i < 50; i++) {
            search(at(9, 10));
        }

        assertThat(new AnomalyIndex(acts).of(9)).isZero();
    }

    @Test
    void aDayFarBeyondTheUsualIsCritical() {
        usual(12);
        for (var i = 0; i < 11; i++) {
            search(at(12, 10));
        }

        assertThat(new AnomalyIndex(acts).criticalDays()).hasSize(1);
    }
}
