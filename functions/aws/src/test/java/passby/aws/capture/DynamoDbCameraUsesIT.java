package passby.aws.capture;

import static java.util.concurrent.Future.State.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.StoredCity;
import passby.core.capture.CameraUses;
import passby.core.capture.CameraUses.Amounts;
import passby.core.capture.CameraUsesContract;
import passby.core.policy.Limits.Window;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** {@link DynamoDbCameraUses} over DynamoDB Local. */
final class DynamoDbCameraUsesIT extends CameraUsesContract {
    private static final StoredCity CITY = StoredCity.fresh();
    private static final Amounts ONE = new Amounts(1, 300, 1);
    private static final Duration SKEW = Duration.ofMillis(-1500);

    @Override
    protected CameraUses uses() {
        return new DynamoDbCameraUses(CITY.client(), CITY.tables());
    }

    @Test
    void aClockThatLiesBehindBeginsNoWhileAgain() {
        var camera = "cam-" + new Unique().code();
        uses().add(camera, ONE, SKEW, Window.TEN_MINUTES, TestData.NOW.plusSeconds(60));

        var behind = uses().add(camera, ONE, SKEW, Window.TEN_MINUTES, TestData.NOW.plusSeconds(59));

        assertThat(behind).isEqualTo(new Amounts(2, 600, 2));
    }

    @Test
    void callsThatMeetAtTheTurnOfAMinuteAreAllCounted() throws InterruptedException {
        var camera = "cam-" + new Unique().code();
        uses().add(camera, ONE, SKEW, Window.TEN_MINUTES, TestData.NOW);
        Callable<Amounts> call = () -> uses().add(camera, ONE, SKEW, Window.TEN_MINUTES, TestData.NOW.plusSeconds(60));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(6, call))).allMatch(done -> done.state() == SUCCESS);
        }

        assertThat(uses().add(camera, ONE, SKEW, Window.TEN_MINUTES, TestData.NOW.plusSeconds(60)))
                .isEqualTo(new Amounts(7, 2400, 8));
    }
}
