package passby.core.purge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the same to many rows at once. A row whose store refuses holds up no other; an {@link Error} ends all. */
final class Workers {
    /** @param failure why there is no result, or null when there is one */
    record Outcome<T, R>(
            T item, @Nullable R result, @Nullable RuntimeException failure) {}

    private final ExecutorService pool;

    Workers(ExecutorService pool) {
        this.pool = pool;
    }

    <T, R> List<Outcome<T, R>> each(List<T> items, Function<T, R> work) {
        var tasks = new ArrayList<Callable<Outcome<T, R>>>(items.size());
        items.forEach(item -> tasks.add(() -> attempt(item, work)));
        try {
            var outcomes = new ArrayList<Outcome<T, R>>(items.size());
            for (var future : pool.invokeAll(tasks)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the purge was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static <T, R> Outcome<T, R> attempt(T item, Function<T, R> work) {
        try {
            return new Outcome<>(item, work.apply(item), null);
        } catch (RuntimeException e) {
            return new Outcome<>(item, null, e);
        }
    }
}
