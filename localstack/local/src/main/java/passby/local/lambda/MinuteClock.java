package passby.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What EventBridge's rule of one minute is in AWS: calls every task at each tick, one after the other. A task that fails is logged by its
 * name and the class of what it threw, and neither stops the others nor the next tick. A tick that takes long delays the next.
 */
public final class MinuteClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MinuteClock.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<Task> tasks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("minute-clock").factory());

    /** Something to do each minute. */
    public record Task(String name, Runnable work) {}

    public MinuteClock(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    /** Ticks after {@code first} and then each minute. */
    public void start(Duration first) {
        start(first, MINUTE);
    }

    void start(Duration first, Duration every) {
        var _ = thread.scheduleAtFixedRate(this::tick, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One tick, on the caller's thread. */
    public void tick() {
        tasks.forEach(MinuteClock::run);
    }

    private static void run(Task task) {
        try {
            task.work().run();
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed: {}", task.name(), e.getClass().getName());
        }
    }

    /** Waits for a tick that is under way and begins no other. */
    @Override
    public void close() {
        thread.close();
    }
}
