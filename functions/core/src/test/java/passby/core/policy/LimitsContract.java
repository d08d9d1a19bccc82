package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.core.policy.Limits.Window;
import passby.core.testing.Unique;

/** What every {@link Limits} does. */
public abstract class LimitsContract {
    private final String subject = "search#" + new Unique().code();

    protected abstract Limits limits();

    private int search(Instant at, int bound) {
        return limits().use(subject, Window.HOUR, at, 1, bound);
    }

    private int upload(Instant at, int frames, int bound) {
        return limits().use(subject, Window.MINUTE, at, frames, bound);
    }

    @Test
    void usesUpToTheBoundAreWithinIt() {
        assertThat(search(NOW, 3)).isOne();
        assertThat(search(NOW.plusSeconds(1), 3)).isOne();
        assertThat(search(NOW.plusSeconds(3599), 3)).isOne();
    }

    @Test
    void theFirstUseBeyondTheBoundIsNotWithinIt() {
        for (var use = 0; use < 3; use++) {
            search(NOW, 3);
        }

        assertThat(search(NOW.plusSeconds(3599), 3)).isZero();
        assertThat(search(NOW.plusSeconds(3599), 3)).isZero();
    }

    @Test
    void theNextHourBeginsAnew() {
        search(NOW.plusSeconds(3599), 1);

        assertThat(search(NOW.plusSeconds(3600), 1)).isOne();
    }

    @Test
    void theNextMinuteBeginsAnew() {
        upload(NOW.plusSeconds(59), 5, 5);

        assertThat(upload(NOW.plusSeconds(59), 1, 5)).isZero();
        assertThat(upload(NOW.plusSeconds(60), 5, 5)).isEqualTo(5);
    }

    @Test
    void ofSeveralUsesTheFirstAreWithinTheBound() {
        assertThat(upload(NOW, 3, 5)).isEqualTo(3);
        assertThat(upload(NOW, 3, 5)).isEqualTo(2);
        assertThat(upload(NOW, 3, 5)).isZero();
    }

    @Test
    void whatWasBeyondTheBoundCountsToo() {
        upload(NOW, 10, 5);

        assertThat(upload(NOW, 1, 10)).isZero();
    }

    @Test
    void hoursAndMinutesAreCountedApart() {
        search(NOW, 1);

        assertThat(upload(NOW, 1, 1)).isOne();
    }

    @Test
    void whatIsGivenBackCanBeUsedAgain() {
        upload(NOW, 5, 5);

        limits().giveBack(subject, Window.MINUTE, NOW.plusSeconds(59), 2);

        assertThat(upload(NOW, 3, 5)).isEqualTo(2);
    }

    @Test
    void tenMinutesAndDaysBeginWithTheClock() {
        assertThat(limits().use(subject, Window.TEN_MINUTES, NOW.plusSeconds(599), 1, 1))
                .isOne();
        assertThat(limits().use(subject, Window.TEN_MINUTES, NOW, 1, 1)).isZero();
        assertThat(limits().use(subject, Window.TEN_MINUTES, NOW.plusSeconds(600), 1, 1))
                .isOne();
        assertThat(limits().use(subject, Window.DAY, Window.DAY.next(NOW).minusMillis(1), 1, 1))
                .isOne();
        assertThat(limits().use(subject, Window.DAY, NOW, 1, 1)).isZero();
        assertThat(limits().use(subject, Window.DAY, Window.DAY.next(NOW), 1, 1))
                .isOne();
    }

    @Test
    void everySubjectHasABoundOfItsOwn() {
        search(NOW, 1);

        assertThat(limits().use(subject + "-other", Window.HOUR, NOW, 1, 1)).isOne();
    }

    @Test
    void aBoundOfZeroAllowsNothing() {
        assertThat(search(NOW, 0)).isZero();
    }
}
