package passby.recognizer.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The function's process: any command that ends in the runtime interface client, with the environment that Lambda gives. What
 * it says goes where this process's words go.
 */
public final class FunctionProcess implements AutoCloseable {
    /** Time to write an archive of classes when the process ends. */
    private static final Duration TO_END = Duration.ofSeconds(60);

    private final Process process;

    public FunctionProcess(List<String> command, Map<String, String> environment, RuntimeApi api, FrameStore store) {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        builder.environment().putAll(lambda(api, store));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys as a Lambda function has them; these open nothing. */
    private static Map<String, String> lambda(RuntimeApi api, FrameStore store) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.authority()),
                Map.entry("AWS_ENDPOINT_URL_S3", store.endpoint()),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "drawn"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "drawn"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "recognizer"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "2048"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "recognizer"),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "drawn"));
    }

    /** Processor time so far, of all its threads; zero where the system does not tell. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory that it has held at once, in bytes; empty where there is no {@code /proc}. */
    public OptionalLong peakMemory() {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Never done; fails with {@link RuntimeApi.FunctionFailed} when the process ends. */
    public <T> CompletableFuture<T> ended() {
        return process.onExit().thenApply(ended -> {
            throw new RuntimeApi.FunctionFailed("the process ended with " + ended.exitValue());
        });
    }

    /** Asks the process to end, as Lambda does, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
