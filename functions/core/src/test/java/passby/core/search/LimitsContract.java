package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every {@link Limits} does. */
public abstract class LimitsContract {
    private final String subject = "search#" + new Unique().word();

    protected abstract Limits limits();

    @Test
    void usesUpToTheBoundAreWithinIt() {
        assertThat(limits().use(subject, NOW, 3)).isTrue();
        assertThat(limits().use(subject, NOW.plusSeconds(1), 3)).isTrue();
        assertThat(limits().use(subject, NOW.plusSeconds(3599), 3)).isTrue();
    }

    @Test
    void theFirstUseBeyondTheBoundIsNotWithinIt() {
        for (var use = 0; use < 3; use++) {
            limits().use(subject, NOW, 3);
        }

        assertThat(limits().use(subject, NOW.plusSeconds(3599), 3)).isFalse();
        assertThat(limits().use(subject, NOW.plusSeconds(3599), 3)).isFalse();
    }

    @Test
    void theNextHourBeginsAnew() {
        limits().use(subject, NOW.plusSeconds(3599), 1);

        assertThat(limits().use(subject, NOW.plusSeconds(3600), 1)).isTrue();
    }

    @Test
    void everySubjectHasABoundOfItsOwn() {
        limits().use(subject, NOW, 1);

        assertThat(limits().use(subject + "-other", NOW, 1)).isTrue();
    }

    @Test
    void aBoundOfZeroAllowsNothing() {
        assertThat(limits().use(subject, NOW, 0)).isFalse();
    }
}
