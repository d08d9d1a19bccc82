package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.core.capture.CameraUses.Amounts;
import passby.core.policy.Limits.Window;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link CameraUses} does. */
public abstract class CameraUsesContract {
    private static final Amounts ONE = new Amounts(1, 300, 1);
    private static final Amounts NOTHING = new Amounts(0, 0, 0);
    private static final Instant NOON = TestData.NOW;

    private final String camera = "cam-" + new Unique().code();

    protected abstract CameraUses uses();

    private Amounts add(Amounts more, Instant at) {
        return uses().add(camera, more, Window.TEN_MINUTES, at);
    }

    @Test
    void usesOfOneWhileAddUp() {
        add(ONE, NOON);
        add(new Amounts(2, 50, 0), NOON.plusSeconds(30));

        assertThat(add(ONE, NOON.plusSeconds(59))).isEqualTo(new Amounts(4, 650, 2));
    }

    @Test
    void everyMinuteTenMinutesAndDayBeginAnew() {
        add(ONE, NOON);

        assertThat(add(ONE, NOON.plusSeconds(60))).isEqualTo(new Amounts(1, 600, 2));
        assertThat(add(ONE, NOON.plusSeconds(600))).isEqualTo(new Amounts(1, 900, 1));
        assertThat(add(ONE, NOON.plus(Duration.ofDays(1)))).isEqualTo(ONE);
    }

    @Test
    void everyCameraIsCountedApart() {
        add(ONE, NOON);

        assertThat(uses().add(camera + "-b", ONE, Window.TEN_MINUTES, NOON)).isEqualTo(ONE);
    }

    @Test
    void whatIsGivenBackIsCountedNoMore() {
        add(new Amounts(3, 900, 3), NOON);

        uses().giveBack(camera, 300, 2, Window.TEN_MINUTES, NOON);

        assertThat(add(NOTHING, NOON)).isEqualTo(new Amounts(3, 600, 1));
    }

    @Test
    void ofAWhileThatIsOverNothingIsGivenBack() {
        add(ONE, NOON);
        var later = NOON.plusSeconds(600);
        add(ONE, later);

        uses().giveBack(camera, 0, 1, Window.TEN_MINUTES, NOON);

        assertThat(add(NOTHING, later).onTheirWay()).isOne();
    }

    @Test
    void ofACameraThatBroughtNothingNothingIsGivenBackThatAWhileToComeWouldCount() {
        uses().giveBack(camera, 0, 1, Window.TEN_MINUTES, NOON.minusSeconds(600));

        assertThat(add(ONE, NOON)).isEqualTo(ONE);
    }

    @Test
    void whenTheRetentionTurnsToFlushFramesOnTheirWayAreCountedAnew() {
        add(ONE, NOON);

        assertThat(uses().add(camera, ONE, Window.MINUTE, NOON)).isEqualTo(new Amounts(2, 600, 1));
    }
}
