package passby.aws.function;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Metric;

/** Metrics of a function that measures them only when something fails which does not fail here, each with the test that shows it. */
final class MetricsNotSeen {
    /** By function. */
    private static final Map<String, Set<Metric>> OF_FUNCTIONS = Map.of(
            // Only frames of a flush city grow too old: ReadPlatesHandlerTest.
            "ReadPlates", EnumSet.of(Metric.FRAMES_TOO_LATE),
            // Its watermark lies beside its counts and fails with them here: EmbeddedMetricsTest.
            "SweepUploads", EnumSet.of(Metric.COUNTS_LOST),
            // ClockHandlersTest.anAlertThatCannotBeSentIsMeasuredAndStaysPending.
            "PublishAlerts", EnumSet.of(Metric.ALERTS_NOT_SENT));

    private MetricsNotSeen() {}

    static Set<Metric> of(FunctionSpec function) {
        return OF_FUNCTIONS.getOrDefault(function.name(), Set.of());
    }
}
