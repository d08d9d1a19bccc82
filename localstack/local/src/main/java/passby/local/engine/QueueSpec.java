package passby.local.engine;

import java.time.Duration;

/**
 * A queue with its dead letters ({@code <name>-dead}). A message that was received {@code maxReceives} times without being deleted goes
 * there; {@code visibility} is in whole seconds.
 */
public record QueueSpec(String name, Duration visibility, int maxReceives) {
    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final int RECEIVES = 3;

    /** As the stack sets its queues: 30 s, 3 receives. */
    public static QueueSpec named(String name) {
        return new QueueSpec(name, VISIBILITY, RECEIVES);
    }
}
