package passby.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Times every call that the city's code makes through an SDK client, by service and operation. Safe for many threads. */
final class CallTimes implements ExecutionInterceptor {
    private static final ExecutionAttribute<Long> BEGAN = new ExecutionAttribute<>("passby.bench.began");

    private final Map<String, List<Duration>> times = new LinkedHashMap<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGAN, System.nanoTime());
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var took = Duration.ofNanos(System.nanoTime() - attributes.getAttribute(BEGAN));
        times.computeIfAbsent(name(attributes), name -> new ArrayList<>()).add(took);
    }

    private static String name(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + " "
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }

    synchronized void clear() {
        times.clear();
    }

    /** All that was timed since the last {@link #clear}, in order of first appearance. */
    synchronized Map<String, List<Duration>> seen() {
        var copy = new LinkedHashMap<String, List<Duration>>();
        times.forEach((name, durations) -> copy.put(name, List.copyOf(durations)));
        return copy;
    }
}
