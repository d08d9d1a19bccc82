package passby.local.coldstart;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import passby.aws.api.FunctionSpec;
import passby.aws.function.FunctionStarter;

/**
 * A function's process as the managed runtime java25 starts it: the runtime interface client on the class path, the function's
 * jars in {@code lib} of the folder where it starts, one garbage collector thread, the fast compiler alone, the JDK's own
 * class archive and a heap that fits the function's memory. Source: AWS Lambda Developer Guide, "Customize Java runtime
 * startup behavior".
 */
final class FunctionProcess implements AutoCloseable {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> CLIENT_JARS = List.of(
            "aws-lambda-java-runtime-interface-client-",
            "aws-lambda-java-core-",
            "aws-lambda-java-serialization-",
            "utils-lite-");
    /** The rest is the JVM's own. */
    private static final double HEAP_OF_MEMORY = 0.85;

    private final Process process;

    /**
     * @param code folder with {@code lib}
     * @param options further options of the JVM
     * @param log where its words go
     */
    FunctionProcess(FunctionSpec function, Path code, List<String> options, Map<String, String> environment, Path log) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Math.round(function.size().memoryMb() * HEAP_OF_MEMORY) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", clientJars(), CLIENT, FunctionStarter.class.getName()));
        var builder = new ProcessBuilder(command).directory(code.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clientJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar ->
                        CLIENT_JARS.stream().anyMatch(Path.of(jar).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** So far, of all its threads. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident at this moment; zero where there is no {@code /proc}. */
    long megabytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Writes its live heap down, by the JDK's own tool. */
    void dump(Path to) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var dumping = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.heap_dump", to.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(dumping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (dumping.waitFor() != 0 || !Files.exists(to)) {
                throw new IllegalStateException("the heap was not written down: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Never done; fails when the process ends. */
    <T> CompletableFuture<T> ended() {
        return process.onExit().thenApply(ended -> {
            throw new IllegalStateException("the process ended with " + ended.exitValue());
        });
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
