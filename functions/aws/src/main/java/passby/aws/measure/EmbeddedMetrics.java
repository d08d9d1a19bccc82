package passby.aws.measure;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import passby.aws.api.Metric;
import passby.aws.json.JsonObject;

/**
 * Metrics as lines of the log, which CloudWatch takes out of it: no call, no client, no permission. Source: Amazon
 * CloudWatch User Guide, "Specification: Embedded metric format".
 */
public final class EmbeddedMetrics implements Metrics {
    private final String function;
    private final Supplier<PrintStream> log;
    private final Clock clock;

    /**
     * @param function the deployed name
     * @param log whose lines CloudWatch gets
     */
    public EmbeddedMetrics(String function, Supplier<PrintStream> log, Clock clock) {
        this.function = function;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void put(Metric metric, long value) {
        var directive = new JsonObject()
                .with("Namespace", Metric.NAMESPACE)
                .with("Dimensions", List.of(List.of(Metric.DIMENSION)))
                .with(
                        "Metrics",
                        List.of(new JsonObject()
                                .with("Name", metric.code())
                                .with("Unit", metric.unit().code())));
        var aws = new JsonObject().with("Timestamp", clock.millis()).with("CloudWatchMetrics", List.of(directive));
        log.get()
                .println(new JsonObject()
                        .with("_aws", aws)
                        .with(Metric.DIMENSION, function)
                        .with(metric.code(), value)
                        .string());
    }
}
