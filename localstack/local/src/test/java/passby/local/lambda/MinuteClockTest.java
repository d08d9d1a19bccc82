package passby.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import passby.local.lambda.MinuteClock.Task;

class MinuteClockTest {
    @Test
    void aTickRunsEveryTaskInOrderAlthoughOneFails() {
        var ran = new ArrayList<String>();
        try (var clock = new MinuteClock(List.of(
                new Task("first", () -> ran.add("first")),
                new Task("broken", () -> {
                    throw new IllegalStateException("broken");
                }),
                new Task("worse", () -> {
                    throw new AssertionError("worse");
                }),
                new Task("last", () -> ran.add("last"))))) {

            clock.tick();
            clock.tick();

            assertThat(ran).containsExactly("first", "last", "first", "last");
        }
    }

    @Test
    void itGoesOnTickingAfterAFailure() throws Exception {
        var ticks = new CountDownLatch(3);
        var failing = new Task("failing", () -> {
            ticks.countDown();
            throw new IllegalStateException("each time");
        });
        try (var clock = new MinuteClock(List.of(failing))) {
            clock.start(Duration.ZERO, Duration.ofMillis(1));

            assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void itDoesNotTickOnceClosed() {
        var ran = new ArrayList<String>();
        var clock = new MinuteClock(List.of(new Task("never", () -> ran.add("never"))));
        clock.start(Duration.ofHours(1));

        clock.close();

        assertThat(ran).isEmpty();
    }
}
