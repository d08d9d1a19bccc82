package passby.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import passby.local.lambda.RateSchedule.Task;

class RateScheduleTest {
    @Test
    void aTickRunsEveryTaskInOrderAlthoughOneFails() {
        var ran = new ArrayList<String>();
        try (var clock = new RateSchedule(
                Duration.ofHours(1),
                List.of(
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
        try (var clock = new RateSchedule(Duration.ofMillis(1), List.of(failing))) {
            clock.start();

            assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void itDoesNotTickOnceClosed() {
        var ran = new ArrayList<String>();
        var clock = new RateSchedule(Duration.ofHours(1), List.of(new Task("never", () -> ran.add("never"))));
        clock.start();

        clock.close();

        assertThat(ran).isEmpty();
    }
}
