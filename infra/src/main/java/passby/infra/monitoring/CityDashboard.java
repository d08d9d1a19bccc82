package passby.infra.monitoring;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Metric;
import passby.aws.api.Queue;
import passby.aws.api.ReadFunctions;
import passby.aws.api.Trigger;
import passby.infra.access.RecognizerGrants;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.constructs.Construct;

/** One page for whoever is on call, in the order in which a frame passes: cameras, queue, engines, alerts, clocks, people. */
public final class CityDashboard extends Construct {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Names names;
    private final List<FunctionSpec> functions;

    /** @param functions of the city */
    public CityDashboard(Construct scope, Names names, List<FunctionSpec> functions) {
        super(scope, "Dashboard");
        this.names = names;
        this.functions = List.copyOf(functions);
        Dashboard.Builder.create(this, "Page")
                .dashboardName(names.named("city"))
                .widgets(List.of(row(frames(), waiting()), row(engines(), alerts()), row(clocks(), people())))
                .build();
    }

    private IWidget frames() {
        return graph(
                "Frames a minute",
                own(Metric.FRAMES_READ, "Sum"),
                own(Metric.FRAMES_TOO_LATE, "Sum"),
                own(Metric.RECOGNIZER_FAILURES, "Sum"));
    }

    private IWidget waiting() {
        return graph(
                "Waiting: seconds of the oldest, dead letters, failed runs",
                new Signal.Queue(Queue.UPLOADS, "ApproximateAgeOfOldestMessage"),
                new Signal.Queue(Queue.UPLOADS_DEAD, "ApproximateNumberOfMessagesVisible"),
                new Signal.Queue(Queue.FAILURES, "ApproximateNumberOfMessagesVisible"));
    }

    private IWidget engines() {
        return graph(
                "Milliseconds for a frame, p95",
                new Signal.Lambda(ReadFunctions.READ_PLATES.name(), "Duration", "p95"),
                new Signal.Lambda(RecognizerGrants.FUNCTION, "Duration", "p95"));
    }

    private IWidget alerts() {
        return graph(
                "Milliseconds to an alert",
                own(Metric.UPLOAD_TO_ALERT, "p50"),
                own(Metric.UPLOAD_TO_ALERT, "p95"),
                own(Metric.CAPTURE_TO_ALERT, "p95"));
    }

    private IWidget clocks() {
        return graph(
                "Seconds behind: deletion, ledger",
                own(Metric.EXPIRY_LAG, "Maximum"),
                own(Metric.LEDGER_LAG, "Maximum"));
    }

    private IWidget people() {
        var calls = functions.stream()
                .filter(spec -> spec.trigger() instanceof Trigger.Api)
                .map(FunctionSpec::name)
                .map(name -> (Signal) new Signal.Lambda(name, "Duration", "p95"));
        return graph(
                "Milliseconds for a call, p95; failures",
                Stream.concat(calls, Stream.of(new Signal.Gateway("5XXError", "Sum")))
                        .toArray(Signal[]::new));
    }

    private Signal own(Metric metric, String statistic) {
        return Signal.Own.of(metric, statistic, functions);
    }

    private IWidget graph(String title, Signal... signals) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(12)
                .left(Arrays.stream(signals)
                        .<IMetric>map(signal -> signal.metric(names, PERIOD))
                        .toList())
                .build();
    }

    private static List<? extends IWidget> row(IWidget left, IWidget right) {
        return List.of(left, right);
    }
}
