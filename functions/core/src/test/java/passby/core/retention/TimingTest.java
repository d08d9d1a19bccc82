package passby.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TimingTest {
    private static final Duration TICK = Duration.ofMinutes(1);
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    private final Timing flush = Timing.of(NonHitRetention.FLUSH);

    @Test
    void inFlushModeAnUnprocessedFrameIsSweptWithinThreeMinutesOfItsCapture() {
        var longestRunOfASweep = Duration.ofSeconds(15);

        var gone = flush.maxCaptureAge().plus(flush.sweepAfter()).plus(TICK).plus(longestRunOfASweep);

        assertThat(gone).isEqualTo(Duration.ofSeconds(165)).isLessThan(THREE_MINUTES);
    }

    @Test
    void inFlushModeTheLastTryEndsWithinThreeMinutesOfItsCapture() {
        assertThat(flush.dropAfterCapture().plus(Timing.READ_PLATES_TIMEOUT)).isLessThan(THREE_MINUTES);
    }

    @Test
    void inFlushModeTheLatestUploadMayStillBeTriedTwice() {
        var uploaded = flush.maxCaptureAge().plus(flush.urlLife());

        assertThat(uploaded.plus(Timing.FLUSH_VISIBILITY)).isLessThan(flush.dropAfterCapture());
        assertThat(Timing.FLUSH_VISIBILITY).isGreaterThan(Timing.READ_PLATES_TIMEOUT);
    }

    /** Rekognition in doubt, the crops of what it saw, and a second look that takes all its time. */
    @Test
    void theLongestWayOfAFrameFitsTheTimeoutOfItsFunction() {
        var longest = Timing.REKOGNITION
                .plus(Timing.RECOGNIZER_CALL)
                .plus(Timing.RECOGNIZER_CALL)
                .plus(Timing.STORING);

        assertThat(longest).isLessThanOrEqualTo(Timing.READ_PLATES_TIMEOUT);
        assertThat(Timing.RECOGNIZER_FRAME).isLessThan(Timing.RECOGNIZER_CALL);
    }

    @Test
    void aFailedMessageComesBackLaterEachTime() {
        assertThat(IntStream.rangeClosed(1, Timing.QUEUE_RECEIVES)
                        .mapToObj(receives -> Timing.retryAfter(receives, NonHitRetention.DAYS_7)
                                .toSeconds()))
                .containsExactly(10L, 20L, 40L, 80L, 120L, 120L, 120L, 120L);
        assertThat(Timing.retryAfter(7, NonHitRetention.FLUSH)).isEqualTo(Duration.ofSeconds(10));
    }

    /** A disturbance of several minutes loses no frame in days mode (review of November 2026, S8). */
    @Test
    void inDaysModeAMessageIsTriedForMoreThanEightMinutes() {
        var tried = IntStream.range(1, Timing.QUEUE_RECEIVES)
                .mapToObj(receives -> Timing.retryAfter(receives, NonHitRetention.DAYS_7))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(tried).isGreaterThan(Duration.ofMinutes(8));
    }

    /** An officer whose message was throttled has it in seconds, and everybody is tried for as long as a push service keeps an alert. */
    @Test
    void anAlertIsTriedAgainAfterTenSecondsAndForAQuarterOfAnHour() {
        var tried = IntStream.range(1, Timing.ALERT_RECEIVES)
                .mapToObj(Timing::alertRetryAfter)
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(Timing.alertRetryAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(tried).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(17));
    }

    @ParameterizedTest
    @EnumSource
    void noUrlOutlivesItsSweep(NonHitRetention retention) {
        var timing = Timing.of(retention);

        assertThat(timing.urlLife()).isLessThan(timing.sweepAfter());
    }

    @Test
    void aMessageStaysHiddenForAsLongAsItIsWorkedOn() {
        assertThat(Timing.QUEUE_VISIBILITY).isGreaterThan(Timing.READ_PLATES_TIMEOUT);
    }

    @Test
    void theTableIsThatOfDataMd() {
        assertThat(flush)
                .isEqualTo(new Timing(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(150),
                        Duration.ofMinutes(1)));
        assertThat(Timing.of(NonHitRetention.DAYS_21))
                .isEqualTo(new Timing(
                        Duration.ofMinutes(10),
                        Duration.ofDays(21),
                        Duration.ofHours(24),
                        Duration.ofDays(21).minus(Clocks.SHORTEST_LIFE),
                        Duration.ofMinutes(10)));
        assertThat(Timing.READ_PLATES_TIMEOUT).isEqualTo(Duration.ofSeconds(20));
        assertThat(Timing.QUEUE_VISIBILITY).isEqualTo(Duration.ofMinutes(2));
        assertThat(Timing.QUEUE_RECEIVES).isEqualTo(8);
    }
}
