package passby.core.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls to stores that run side by side, because each of them mostly waits for the network. Whoever starts some awaits all of
 * them, so that nothing still runs when an invocation ends. Started and awaited by one thread.
 */
final class Calls {
    private final Executor threads;
    private final List<CompletableFuture<?>> started = new ArrayList<>();

    /** @param threads runs a call at once, in whatever thread */
    Calls(Executor threads) {
        this.threads = threads;
    }

    /** @return gives the call's result, after waiting for it if need be */
    <T> Supplier<T> start(Supplier<T> call) {
        var future = CompletableFuture.supplyAsync(call, threads);
        started.add(future);
        return future::join;
    }

    void run(Runnable call) {
        started.add(CompletableFuture.runAsync(call, threads));
    }

    /**
     * Waits until every call has ended.
     *
     * @throws RuntimeException of the first call that failed; the others' are suppressed in it
     */
    void await() {
        RuntimeException first = null;
        for (var call : started) {
            first = join(call, first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException join(CompletableFuture<?> call, @Nullable RuntimeException first) {
        try {
            call.join();
            return first;
        } catch (CompletionException e) {
            var failure = e.getCause() instanceof RuntimeException cause ? cause : e;
            if (first == null) {
                return failure;
            }
            first.addSuppressed(failure);
            return first;
        }
    }
}
