package passby.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** Several looks at once, their answers in the order of what was asked. */
final class Together {
    private Together() {}

    /** @throws IllegalStateException when a look fails, or the thread is interrupted meanwhile */
    static <A, B> List<B> look(ExecutorService pool, List<A> asked, Function<A, B> look) {
        var tasks =
                asked.stream().map(each -> (Callable<B>) () -> look.apply(each)).toList();
        try {
            var found = new ArrayList<B>(asked.size());
            for (var future : pool.invokeAll(tasks)) {
                found.add(future.get());
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a row could not be looked at", e.getCause());
        }
    }
}
