package passby.local.bench;

import java.time.Duration;

/** Waits for the turn of a request or a pass. */
final class Pace {
    private Pace() {}

    /** @param due by {@link System#nanoTime}; one that is over waits for nothing */
    static void until(long due) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
    }
}
