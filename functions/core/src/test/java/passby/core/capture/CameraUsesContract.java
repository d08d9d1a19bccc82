package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.capture.CameraUses.Amounts;
import passby.core.policy.Limits.Window;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link CameraUses} does. */
public abstract class CameraUsesContract {
    private static final Amounts ONE = new Amounts(1, 300, 1);
    private static final Duration SKEW = Duration.ofMillis(-1500);
    private static final Amounts NOTHING = new Amounts(0, 0, 0);
    private static final Instant NOON = TestData.NOW;

    private final String camera = "cam-" + new Unique().code();

    protected abstract CameraUses uses();

    private Amounts add(Amounts more, Instant at) {
        return uses().add(camera, more, SKEW, Window.TEN_MINUTES, at);
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

        assertThat(uses().add(camera + "-b", ONE, SKEW, Window.TEN_MINUTES, NOON))
                .isEqualTo(ONE);
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

        assertThat(uses().add(camera, ONE, SKEW, Window.MINUTE, NOON)).isEqualTo(new Amounts(2, 600, 1));
    }

    @Test
    void theLastSkewOfEachCameraIsKnownInBothDirections() {
        var behind = camera + "-b";
        uses().add(camera, ONE, Duration.ofSeconds(-4), Window.TEN_MINUTES, NOON);
        uses().add(camera, ONE, Duration.ofMillis(125_250), Window.TEN_MINUTES, NOON.plusSeconds(1));
        uses().add(behind, ONE, Duration.ofHours(-1), Window.TEN_MINUTES, NOON);

        assertThat(uses().traces(List.of(camera, behind, camera + "-c")))
                .isEqualTo(Map.of(
                        camera,
                        new CameraUses.Trace(Duration.ofMillis(125_250), null),
                        behind,
                        new CameraUses.Trace(Duration.ofHours(-1), null)));
        assertThat(uses().traces(List.of())).isEmpty();
    }

    @Test
    void theLastFrameOfACameraIsKnownAndNoLongerOnItsWay() {
        add(ONE, NOON);
        uses().arrived(camera, Window.TEN_MINUTES, NOON, NOON.plusSeconds(2));

        assertThat(uses().traces(List.of(camera)))
                .isEqualTo(Map.of(camera, new CameraUses.Trace(SKEW, NOON.plusSeconds(2))));
        assertThat(add(ONE, NOON).onTheirWay()).isOne();
        assertThat(uses().traces(List.of(camera)))
                .isEqualTo(Map.of(camera, new CameraUses.Trace(SKEW, NOON.plusSeconds(2))));
    }

    @Test
    void aFrameWhoseWhileIsOverIsItsCamerasLastOneAllTheSame() {
        add(ONE, NOON);
        add(ONE, NOON.plusSeconds(600));

        uses().arrived(camera, Window.TEN_MINUTES, NOON, NOON.plusSeconds(601));
        uses().arrived(camera + "-unknown", Window.TEN_MINUTES, NOON, NOON.plusSeconds(601));

        assertThat(uses().traces(List.of(camera, camera + "-unknown")))
                .isEqualTo(Map.of(camera, new CameraUses.Trace(SKEW, NOON.plusSeconds(601))));
        assertThat(add(ONE, NOON.plusSeconds(602)).onTheirWay()).isEqualTo(2);
        assertThat(add(ONE, NOON.plusSeconds(1200)).onTheirWay()).isOne();
        assertThat(uses().traces(List.of(camera)).values())
                .containsExactly(new CameraUses.Trace(SKEW, NOON.plusSeconds(601)));
    }

    @Test
    void moreCamerasThanOneRequestNamesAreAllFound() {
        var ids = IntStream.range(0, 130)
                .mapToObj(number -> camera + "-" + number)
                .toList();
        ids.forEach(id -> uses().add(id, ONE, SKEW, Window.TEN_MINUTES, NOON));

        assertThat(uses().traces(ids)).hasSize(130);
    }
}
