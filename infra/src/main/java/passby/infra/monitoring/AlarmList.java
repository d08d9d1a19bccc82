package passby.infra.monitoring;

import static passby.infra.monitoring.AlarmSpec.atLeast;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Metric;
import passby.aws.api.Trigger;
import passby.infra.access.RecognizerGrants;

/** Every alarm of the city. */
final class AlarmList {
    /** From the picture's arrival to the alert, at most, for nineteen of twenty: later the car is gone. */
    static final Duration ALERT = Duration.ofSeconds(10);

    /** Both clocks measure below two minutes when all is well, and three are what the law of one state gives. */
    static final Duration LAG = Duration.ofSeconds(150);

    /** A message older than this waits for a place, or for an engine. */
    static final Duration WAITING = Duration.ofMinutes(1);

    private AlarmList() {}

    static List<AlarmSpec> all() {
        return Stream.of(frames(), alerts(), clocks(), gateway(), functions())
                .flatMap(watches -> watches)
                .toList();
    }

    private static Stream<AlarmSpec> frames() {
        return Stream.of(
                atLeast(
                        "DeadLetters",
                        "dead-letters",
                        "A frame was given up after three tries.",
                        new Signal.Queue("uploads-dead", "ApproximateNumberOfMessagesVisible"),
                        1),
                atLeast(
                                "OldMessages",
                                "old-messages",
                                "Frames wait longer than a minute to be read.",
                                new Signal.Queue("uploads", "ApproximateAgeOfOldestMessage"),
                                WAITING.toSeconds())
                        .inARow(3),
                atLeast(
                                "RecognizerFailures",
                                "recognizer-failures",
                                "Frames went back to the queue because no recogniser answered.",
                                new Signal.Own(Metric.RECOGNIZER_FAILURES, "Sum"),
                                5)
                        .every(Duration.ofMinutes(5)),
                atLeast(
                        "FramesTooLate",
                        "late-frames",
                        "A frame was dropped because it came too late to be processed.",
                        new Signal.Own(Metric.FRAMES_TOO_LATE, "Sum"),
                        1));
    }

    private static Stream<AlarmSpec> alerts() {
        return Stream.of(
                atLeast(
                                "HitLatency",
                                "hit-latency",
                                "One of twenty alerts takes longer than ten seconds from the picture's arrival.",
                                new Signal.Own(Metric.UPLOAD_TO_ALERT, "p95"),
                                ALERT.toMillis())
                        .every(Duration.ofMinutes(5))
                        .above(),
                atLeast(
                        "AlertsSentLate",
                        "late-alerts",
                        "An alert could not be sent with its frame and waited in the outbox.",
                        new Signal.Own(Metric.ALERTS_SENT_LATE, "Sum"),
                        1));
    }

    private static Stream<AlarmSpec> clocks() {
        return Stream.of(
                atLeast(
                                "ExpiryLag",
                                "expiry-lag",
                                "What should be deleted is not, or nobody measures it.",
                                new Signal.Own(Metric.EXPIRY_LAG, "Maximum"),
                                LAG.toSeconds())
                        .inARow(2)
                        .alsoWhenSilent(),
                atLeast(
                                "LedgerLag",
                                "ledger-lag",
                                "Counts do not reach the ledger, or nobody measures it.",
                                new Signal.Own(Metric.LEDGER_LAG, "Maximum"),
                                LAG.toSeconds())
                        .inARow(2)
                        .alsoWhenSilent(),
                atLeast(
                        "CountsLost",
                        "lost-counts",
                        "The ledger's minute tells less than what happened.",
                        new Signal.Own(Metric.COUNTS_LOST, "Sum"),
                        1),
                atLeast(
                                "OptOutLost",
                                "opt-out-lost",
                                "Nothing proves that pictures are kept out of AI training; Rekognition is not used meanwhile.",
                                new Signal.Own(Metric.OPT_OUT_MISSING, "Maximum"),
                                1)
                        .every(Duration.ofDays(1))
                        .alsoWhenSilent(),
                atLeast(
                        "FailedEvents",
                        "failed-events",
                        "A run of the clock failed for good.",
                        new Signal.Queue("failures", "ApproximateNumberOfMessagesVisible"),
                        1));
    }

    private static Stream<AlarmSpec> gateway() {
        return Stream.of(atLeast(
                        "GatewayErrors",
                        "gateway-errors",
                        "People or cameras are answered with a failure of ours.",
                        new Signal.Gateway("5XXError", "Sum"),
                        5)
                .every(Duration.ofMinutes(5)));
    }

    private static Stream<AlarmSpec> functions() {
        var names = Stream.concat(Functions.ALL.stream().map(FunctionSpec::name), Stream.of(RecognizerGrants.FUNCTION))
                .toList();
        var stopped = Functions.ALL.stream()
                .filter(spec -> spec.trigger() instanceof Trigger.EveryMinute)
                .map(spec -> stopped(spec.name()));
        return Stream.concat(names.stream().flatMap(name -> Stream.of(errors(name), throttles(name))), stopped);
    }

    private static AlarmSpec errors(String function) {
        return atLeast(
                        "Errors" + function,
                        "errors",
                        function + " fails.",
                        new Signal.Lambda(function, "Errors", "Sum"),
                        3)
                .every(Duration.ofMinutes(5));
    }

    private static AlarmSpec throttles(String function) {
        return atLeast(
                "Throttles" + function,
                "throttles",
                function + " is called more often than there is room for.",
                new Signal.Lambda(function, "Throttles", "Sum"),
                1);
    }

    /** The dead man's switch: a clock that stops fails nowhere. */
    private static AlarmSpec stopped(String function) {
        return atLeast(
                        "Stopped" + function,
                        "stopped-clock",
                        function + " was not woken for three minutes.",
                        new Signal.Lambda(function, "Invocations", "Sum"),
                        1)
                .inARow(3)
                .below()
                .alsoWhenSilent();
    }
}
