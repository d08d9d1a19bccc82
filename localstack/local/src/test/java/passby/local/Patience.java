package passby.local;

import java.util.function.BooleanSupplier;

/** Waits for what will be true soon, and not forever. */
final class Patience {
    private static final long PAUSE_MILLIS = 20;

    private Patience() {}

    static void until(String wanted, BooleanSupplier isTrue) throws InterruptedException {
        var deadline = System.nanoTime() + Happenings.PATIENCE.toNanos();
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("within " + Happenings.PATIENCE + " not: " + wanted);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
