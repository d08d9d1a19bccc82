package passby.local.engine;

import java.time.Duration;
import passby.core.retention.Timing;

/**
 * A queue with its dead letters ({@code <name>-dead}). A message that was received {@code maxReceives} times without being deleted goes
 * there; {@code visibility} is in whole seconds.
 */
public record QueueSpec(String name, Duration visibility, int maxReceives) {
    /** As the stack sets its queues, by the one table of times. */
    public static QueueSpec named(String name) {
        return new QueueSpec(name, Timing.QUEUE_VISIBILITY, Timing.QUEUE_RECEIVES);
    }
}
