package passby.local.engine;

import java.time.Duration;
import passby.aws.api.Queue;

/**
 * A queue with its dead letters ({@code <name>-dead}). A message that was received {@code maxReceives} times without being deleted goes
 * there; {@code visibility} is in whole seconds.
 */
public record QueueSpec(String name, Duration visibility, int maxReceives) {
    /** As the stack sets its queues, by the one table of times. */
    public static QueueSpec of(Queue queue) {
        return new QueueSpec(queue.code(), queue.visibility(), queue.receives());
    }
}
