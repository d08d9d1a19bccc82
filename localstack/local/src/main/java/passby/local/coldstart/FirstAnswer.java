package passby.local.coldstart;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import passby.aws.api.FunctionSpec;
import passby.recognizer.container.RuntimeApi;

/**
 * A function's first answer in a process of its own, and what it cost from the start of the process.
 *
 * @param answer in JSON
 * @param processorTime of all threads until the answer
 * @param wall until the answer, on this machine as busy as it was
 * @param megabytes resident at the answer
 * @param restoring between the end of the snapshot and the first event: what restore hooks may take; zero without a snapshot
 * @param restored processor time from the snapshot to the answer; zero without one
 */
record FirstAnswer(
        String answer, Duration processorTime, Duration wall, long megabytes, Duration restoring, Duration restored) {
    /** Far beyond any start that could be called one. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Who looks into the process at the two moments that matter, while it stands still. */
    interface Watcher {
        void atSnapshot(FunctionProcess process);

        void afterAnswer(FunctionProcess process);

        static Watcher nobody() {
            return new Watcher() {
                @Override
                public void atSnapshot(FunctionProcess process) {}

                @Override
                public void afterAnswer(FunctionProcess process) {}
            };
        }
    }

    /** When and at what processor time something was reached. */
    private record Mark(long nanos, Duration processorTime) {}

    /**
     * @param environment of the function, without what the runtime adds
     * @throws IllegalStateException when it does not answer, with the function's own words
     */
    static FirstAnswer of(
            FunctionSpec function,
            String event,
            Path code,
            List<String> options,
            Map<String, String> environment,
            Path log,
            Watcher watcher,
            LongSupplier nanos) {
        try (var api = new RuntimeApi(Clock.systemUTC())) {
            var variables = new HashMap<>(environment);
            variables.put("AWS_LAMBDA_RUNTIME_API", api.authority());
            var start = nanos.getAsLong();
            try (var process = new FunctionProcess(function, code, options, variables, log)) {
                var snapshot = new AtomicReference<>(new Mark(start, Duration.ZERO));
                var _ = api.checkpointed().thenRun(() -> {
                    watcher.atSnapshot(process);
                    snapshot.set(new Mark(nanos.getAsLong(), process.processorTime()));
                });
                await(api.started(), process);
                var ready = nanos.getAsLong();
                var answer = await(api.invoke(event.getBytes(StandardCharsets.UTF_8)), process);
                var wall = Duration.ofNanos(nanos.getAsLong() - start);
                var cpu = process.processorTime();
                var megabytes = process.megabytes();
                watcher.afterAnswer(process);
                var taken = snapshot.get();
                var restoring = taken.nanos() == start ? Duration.ZERO : Duration.ofNanos(ready - taken.nanos());
                var restored = taken.nanos() == start ? Duration.ZERO : cpu.minus(taken.processorTime());
                return new FirstAnswer(
                        new String(answer, StandardCharsets.UTF_8), cpu, wall, megabytes, restoring, restored);
            }
        }
    }

    private static <T> T await(CompletableFuture<T> answer, FunctionProcess process) {
        try {
            return answer.applyToEither(process.ended(), Function.identity())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the function failed: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the function did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the function was to answer", e);
        }
    }
}
