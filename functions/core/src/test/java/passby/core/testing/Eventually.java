package passby.core.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** For what a store may show a moment late: asks again until it holds, within a bound. */
public final class Eventually {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** Runs the assertion until it passes; its last failure is the test's. */
    public static void eventually(Runnable assertion) {
        var deadline = System.nanoTime() + BOUND.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
