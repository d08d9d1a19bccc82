package passby.infra.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.policy.Bounds;
import passby.core.policy.Parameter;
import passby.infra.capacity.OneQueue.Bound;

/** What other cameras feel of one that sends all it can, in the one queue that S3 fills (decision 0250). */
final class FairnessTest {
    private static final int PRESET = Integer.parseInt(Parameter.CAMERA_UPLOAD_RATE.preset());
    private static final int FASTEST = 600;

    @ParameterizedTest
    @CsvSource({"10, 120", "10, 600", "100, 120", "100, 600", "1000, 120", "1000, 600"})
    void aFloodingCameraAddsLessThanTwoSecondsToTheOthersP95(int cameras, int aMinute) {
        var undisturbed = OneQueue.p95(cameras, Bound.NOTHING);

        var flooded = OneQueue.p95(cameras, new Bound(aMinute, Bounds.DEFAULT.cameraOutstanding()));

        assertThat(flooded.minus(undisturbed))
                .as("%s before, %s during", undisturbed, flooded)
                .isLessThan(Duration.ofSeconds(2));
    }

    /** What the bound is there for: frames a minute alone would let a small city's others wait. */
    @Test
    void withoutTheBoundOfFramesOnTheirWayASmallCitysOthersWouldWait() {
        assertThat(OneQueue.p95(10, new Bound(PRESET, Integer.MAX_VALUE))).isGreaterThan(Duration.ofSeconds(4));
        assertThat(OneQueue.p95(10, new Bound(FASTEST, Integer.MAX_VALUE))).isGreaterThan(Duration.ofSeconds(30));
    }
}
