package passby.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an EventBridge rule with a rate is in AWS: calls every task at each tick, one after the other. A task that fails is logged by its
 * name and the class of what it threw, and neither stops the others nor the next tick. A tick that takes long delays the next.
 */
public final class RateSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RateSchedule.class);
    private final Duration rate;
    private final List<Task> tasks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());

    /** Something to do at each tick. */
    public record Task(String name, Runnable work) {}

    /** @param rate between two ticks */
    public RateSchedule(Duration rate, List<Task> tasks) {
        this.rate = rate;
        this.tasks = List.copyOf(tasks);
    }

    /** Ticks for the first time after one interval, as a new rule does. */
    public void start() {
        var _ = thread.scheduleAtFixedRate(this::tick, rate.toMillis(), rate.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One tick, on the caller's thread. */
    public void tick() {
        tasks.forEach(RateSchedule::run);
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
