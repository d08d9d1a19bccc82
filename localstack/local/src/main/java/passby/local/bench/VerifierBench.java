package passby.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the verifier takes for a log on disk: a bare JVM of its own on one core, its time and the most memory that it ever held. */
public final class VerifierBench {
    private static final int LOOK_MILLIS = 50;
    private static final String PEAK = "VmHWM:";

    private VerifierBench() {}

    /** @param arguments the verifier's jar, and the folder of a log */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of("taskset", "-c", "0", java, "-Xmx256m", "-XX:+UseSerialGC", "-jar", arguments[0], arguments[1]);
        var start = System.nanoTime();
        var verifier = new ProcessBuilder(command).inheritIO().start();
        var peak = 0L;
        while (!verifier.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(verifier.pid()));
        }
        System.out.printf(
                "verified on one core in %.1f s, with at most %,d MB of memory, the JVM's own included%n",
                (System.nanoTime() - start) / 1e9, peak / 1024);
        System.exit(verifier.exitValue());
    }

    /** In kB, as Linux counts it; 0 once the process is gone. */
    private static long peak(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readString(status)
                .lines()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
