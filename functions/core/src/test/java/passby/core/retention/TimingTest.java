package passby.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

        assertThat(uploaded.plus(Timing.QUEUE_VISIBILITY)).isLessThan(flush.dropAfterCapture());
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
                        Duration.ofSeconds(150)));
        assertThat(Timing.of(NonHitRetention.DAYS_21))
                .isEqualTo(new Timing(
                        Duration.ofMinutes(10),
                        Duration.ofDays(21),
                        Duration.ofHours(24),
                        Duration.ofDays(21).minus(Clocks.SHORTEST_LIFE)));
        assertThat(Timing.QUEUE_RECEIVES).isEqualTo(3);
    }
}
