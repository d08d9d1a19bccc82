package passby.aws.function;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import passby.aws.api.Metric;

/** What functions write for CloudWatch instead of on the console, from its making until it is closed. */
final class MeasuredLines implements AutoCloseable {
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    MeasuredLines() {
        System.setOut(new PrintStream(lines, true, StandardCharsets.UTF_8));
    }

    /** Those that a function measured of itself. */
    Set<Metric> of(String function) {
        var measured = EnumSet.noneOf(Metric.class);
        lines.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"" + Metric.DIMENSION + "\":\"" + function + "\""))
                .forEach(line -> {
                    for (var metric : Metric.values()) {
                        if (line.contains("\"Name\":\"" + metric.code() + "\"")) {
                            measured.add(metric);
                        }
                    }
                });
        return measured;
    }

    @Override
    public void close() {
        System.setOut(console);
    }
}
