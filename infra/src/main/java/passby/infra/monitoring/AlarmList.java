package passby.infra.monitoring;

import static passby.infra.monitoring.AlarmSpec.atLeast;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Metric;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.capacity.Capacity;

/**
 * Every alarm of a city.
 *
 * @param single alarms that are sent by themselves
 * @param combined alarms that are sent together
 */
public record AlarmList(List<AlarmSpec> single, List<CombinedAlarm> combined) {
    /** From the picture's arrival to the alert, at most, for nineteen of twenty: later the car is gone. */
    static final Duration ALERT = Duration.ofSeconds(10);

    /** Both clocks measure below two minutes when all is well, and three are what the law of one state gives. */
    static final Duration LAG = Duration.ofSeconds(150);

    /** Copying runs every minute and takes one; longer, and the recogniser or a store does not answer. */
    static final Duration EVIDENCE = Duration.ofMinutes(10);

    /** Sealing runs every minute; an entry may miss one or two of them. */
    static final Duration SEALING = Duration.ofMinutes(5);

    /** Tables whose rows are the purge's alone to delete. */
    static final List<Table> PURGED = Tables.all().stream()
            .filter(table -> table.deletion() == Table.Deletion.PURGE)
            .toList();

    /** Of one alarm on a sum (CloudWatch User Guide, "Create an alarm based on a metric math expression"). */
    private static final int MOST_METRICS = 10;

    public AlarmList {
        single = List.copyOf(single);
        combined = List.copyOf(combined);
    }

    /** @param functions of the city, without the recogniser, which is none of the list */
    public static AlarmList of(List<FunctionSpec> functions, Capacity capacity) {
        var called = functions.stream()
                .filter(spec -> spec.trigger() instanceof Trigger.Api)
                .flatMap(spec -> FunctionAlarms.of(spec, capacity))
                .toList();
        var behind = Stream.concat(
                        functions.stream()
                                .filter(spec -> !(spec.trigger() instanceof Trigger.Api))
                                .flatMap(spec -> FunctionAlarms.of(spec, capacity)),
                        FunctionAlarms.ofRecognizer(capacity))
                .toList();
        var combined = Stream.of(
                        combined("Api", "that people or cameras call", called),
                        combined("Background", "that nobody waits for", behind),
                        Stream.of(lostCounts()))
                .flatMap(alarms -> alarms)
                .toList();
        var parts = combined.stream().flatMap(alarm -> alarm.parts().stream()).collect(Collectors.toSet());
        var single = Stream.of(
                        frames(), lists(), alerts(), clocks(), backstops(), gateway(), called.stream(), behind.stream())
                .flatMap(alarms -> alarms)
                .filter(alarm -> !parts.contains(alarm))
                .toList();
        return new AlarmList(single, combined);
    }

    /** How many metrics the alarms watch, which is what AWS bills; those that combine others are billed by themselves. */
    public int metrics() {
        return Stream.concat(single.stream(), combined.stream().flatMap(alarm -> alarm.parts().stream()))
                .mapToInt(alarm -> alarm.signal().metrics())
                .sum();
    }

    /** Sections of the runbook in which one action follows, whichever function rings. */
    private static Stream<CombinedAlarm> combined(String group, String whom, List<AlarmSpec> alarms) {
        return Stream.of(
                        combined("Errors" + group, "errors", "Functions " + whom + " fail.", alarms),
                        combined(
                                "Throttles" + group,
                                "throttles",
                                "Functions " + whom + " are being throttled.",
                                alarms),
                        combined(
                                "Slow" + group,
                                "slow-function",
                                "Functions " + whom + " come close to their timeouts.",
                                alarms),
                        combined(
                                "NearCapacity" + group,
                                "near-capacity",
                                "Functions " + whom + " come close to their reserved concurrency.",
                                alarms),
                        combined("Stopped" + group, "stopped-clock", "Clocks have stopped.", alarms))
                .filter(alarm -> !alarm.parts().isEmpty());
    }

    private static CombinedAlarm combined(String id, String section, String sentence, List<AlarmSpec> alarms) {
        return new CombinedAlarm(
                id,
                section,
                sentence,
                alarms.stream().filter(alarm -> alarm.section().equals(section)).toList());
    }

    /** More functions count than one alarm can watch. */
    private static CombinedAlarm lostCounts() {
        var sentence = "The ledger's minute tells less than what happened.";
        var counting = Metric.COUNTS_LOST.functions();
        var parts = IntStream.range(0, Math.ceilDiv(counting.size(), MOST_METRICS))
                .mapToObj(part -> atLeast(
                        "CountsLost" + (part + 1),
                        "lost-counts",
                        sentence,
                        new Signal.Own(
                                Metric.COUNTS_LOST,
                                "Sum",
                                counting.stream()
                                        .skip((long) part * MOST_METRICS)
                                        .limit(MOST_METRICS)
                                        .toList()),
                        1))
                .toList();
        return new CombinedAlarm("CountsLost", "lost-counts", sentence, parts);
    }

    private static Stream<AlarmSpec> frames() {
        return Stream.of(
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

    private static Stream<AlarmSpec> lists() {
        return Stream.of(atLeast(
                "ListFilesRefused",
                "list-files",
                "A file of a list was not imported: the last good version stays, and grows older.",
                new Signal.Own(Metric.LIST_FILES_REFUSED, "Sum"),
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
                        1),
                atLeast(
                                "AlertsNotSent",
                                "late-alerts",
                                "Alerts wait in the outbox and cannot be sent.",
                                new Signal.Own(Metric.ALERTS_NOT_SENT, "Sum"),
                                1)
                        .inARow(3),
                atLeast(
                                "AlertsUnreached",
                                "alerts-unreached",
                                "Nobody has a confirmed subscription: an alert reaches no officer.",
                                new Signal.Own(Metric.ALERTS_REACH, "Maximum"),
                                1)
                        .below()
                        .inARow(3)
                        .alsoWhenSilent(),
                atLeast(
                        "HitsEscalated",
                        "escalated-hits",
                        "Nobody had viewed a hit in time; everybody was sent it.",
                        new Signal.Own(Metric.HITS_ESCALATED, "Sum"),
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
                                "PurgeLag",
                                "purge-lag",
                                "A row was deleted after its date.",
                                new Signal.Own(Metric.PURGE_LAG, "Maximum"),
                                1)
                        .inARow(2),
                atLeast(
                                "PurgeHeartbeat",
                                "purge-heartbeat",
                                "The purge does not run: nothing is deleted on time.",
                                new Signal.Own(Metric.PURGE_HEARTBEAT, "Sum"),
                                1)
                        .below()
                        .inARow(3)
                        .alsoWhenSilent(),
                atLeast(
                                "PurgeRefused",
                                "purge-refused",
                                "A table or the bucket of crops refuses deletions; they are tried again each minute.",
                                new Signal.Own(Metric.PURGE_REFUSED, "Sum"),
                                1)
                        .inARow(2),
                atLeast(
                                "EvidenceWaits",
                                "evidence-waits",
                                "Held reads are not copied, or nobody measures it.",
                                new Signal.Own(Metric.EVIDENCE_WAITS, "Maximum"),
                                EVIDENCE.toSeconds())
                        .inARow(3)
                        .alsoWhenSilent(),
                atLeast(
                        "ReadsLost",
                        "reads-lost",
                        "A read is neither stored nor has a receipt of its deletion.",
                        new Signal.Own(Metric.READS_LOST, "Maximum"),
                        1),
                atLeast(
                        "ReviewsMissed",
                        "reviews-missed",
                        "A week has no approved review of the ledger.",
                        new Signal.Own(Metric.REVIEWS_MISSED, "Maximum"),
                        1),
                atLeast(
                                "LedgerLag",
                                "ledger-lag",
                                "Counts do not reach the ledger, or nobody measures it.",
                                new Signal.Own(Metric.LEDGER_LAG, "Maximum"),
                                LAG.toSeconds())
                        .inARow(2)
                        .alsoWhenSilent(),
                atLeast(
                                "SealingLag",
                                "sealing-lag",
                                "Accepted entries wait longer than five minutes to be sealed, or nobody measures it.",
                                new Signal.Own(Metric.SEALING_LAG, "Maximum"),
                                SEALING.toSeconds())
                        .inARow(3)
                        .alsoWhenSilent(),
                atLeast(
                        "SealingRefused",
                        "refused-entries",
                        "Among what waits to be sealed is something that the ledger never wrote.",
                        new Signal.Own(Metric.SEALING_REFUSED, "Maximum"),
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
                        new Signal.Queue(Queue.FAILURES, "ApproximateNumberOfMessagesVisible"),
                        1));
    }

    /** Whatever S3 or DynamoDB delete by themselves, the purge should have deleted a day before. */
    private static Stream<AlarmSpec> backstops() {
        return Stream.of(
                atLeast(
                        "DeletedByTable",
                        "deleted-by-backstop",
                        "DynamoDB deleted rows by their time to live, a day after the purge should have.",
                        new Signal.EachTable(PURGED, "TimeToLiveDeletedItemCount"),
                        1),
                atLeast(
                        "DeletedByBucket",
                        "deleted-by-backstop",
                        "S3 deleted pictures by a bucket's own rule, after the city should have.",
                        new Signal.Arrivals(Queue.BACKSTOPS, "NumberOfMessagesSent"),
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
}
