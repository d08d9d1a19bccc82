package passby.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What every invocation of one function has in common.
 *
 * @param function its name, for the log and the context
 * @param timeout what the context counts down from; a handler that takes longer is not stopped here
 * @param ids names for requests, different each time
 */
public record Invocations(String function, Duration timeout, Clock clock, Supplier<String> ids) {
    Context next() {
        return new LocalContext(function, ids.get(), clock, timeout);
    }
}
