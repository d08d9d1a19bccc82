package passby.infra.monitoring;

import static passby.infra.monitoring.AlarmSpec.atLeast;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Metric;

/**
 * Alarms on what functions measure of themselves.
 *
 * @param functions of the city: each metric is watched of every one that measures it
 */
record OwnMetricAlarms(List<FunctionSpec> functions) {
    /** From the picture's arrival to the alert, at most, for nineteen of twenty: later the car is gone. */
    private static final Duration ALERT = Duration.ofSeconds(10);

    /** Both clocks measure below two minutes when all is well, and three are what the law of one state gives. */
    private static final Duration LAG = Duration.ofSeconds(150);

    /** Copying runs every minute and takes one; longer, and the recogniser or a store does not answer. */
    private static final Duration EVIDENCE = Duration.ofMinutes(10);

    /** Sealing runs every minute; an entry may miss one or two of them. */
    private static final Duration SEALING = Duration.ofMinutes(5);

    /** Of one alarm on a sum (CloudWatch User Guide, "Create an alarm based on a metric math expression"). */
    private static final int MOST_METRICS = 10;

    OwnMetricAlarms {
        functions = List.copyOf(functions);
    }

    /** All but the combined one. */
    Stream<AlarmSpec> all() {
        return Stream.of(frames(), lists(), alerts(), clocks()).flatMap(alarms -> alarms);
    }

    private Signal own(Metric metric, String statistic) {
        return Signal.Own.of(metric, statistic, functions);
    }

    /** More functions count than one alarm can watch. */
    CombinedAlarm lostCounts() {
        var sentence = "The ledger's minute tells less than what happened.";
        var counting = Metric.COUNTS_LOST.of(functions);
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

    private Stream<AlarmSpec> frames() {
        return Stream.of(
                atLeast(
                                "RecognizerFailures",
                                "recognizer-failures",
                                "Frames went back to the queue because no recogniser answered.",
                                own(Metric.RECOGNIZER_FAILURES, "Sum"),
                                5)
                        .every(Duration.ofMinutes(5)),
                atLeast(
                        "FramesTooLate",
                        "late-frames",
                        "A frame was dropped because it came too late to be processed.",
                        own(Metric.FRAMES_TOO_LATE, "Sum"),
                        1),
                atLeast(
                                "CamerasSilent",
                                "silent-cameras",
                                "A camera in service has brought no frame for half an hour.",
                                own(Metric.CAMERAS_SILENT, "Maximum"),
                                1)
                        .every(Duration.ofMinutes(10)));
    }

    private Stream<AlarmSpec> lists() {
        return Stream.of(atLeast(
                "ListFilesRefused",
                "list-files",
                "A file of a list was not imported: the last good version stays, and grows older.",
                own(Metric.LIST_FILES_REFUSED, "Sum"),
                1));
    }

    private Stream<AlarmSpec> alerts() {
        return Stream.of(
                atLeast(
                                "HitLatency",
                                "hit-latency",
                                "One of twenty alerts takes longer than ten seconds from the picture's arrival.",
                                own(Metric.UPLOAD_TO_ALERT, "p95"),
                                ALERT.toMillis())
                        .every(Duration.ofMinutes(5))
                        .above(),
                atLeast(
                        "AlertsSentLate",
                        "late-alerts",
                        "An alert could not be sent with its frame and waited in the outbox.",
                        own(Metric.ALERTS_SENT_LATE, "Sum"),
                        1),
                atLeast(
                                "AlertsNotSent",
                                "late-alerts",
                                "Alerts wait in the outbox and cannot be sent.",
                                own(Metric.ALERTS_NOT_SENT, "Sum"),
                                1)
                        .inARow(3),
                atLeast(
                                "AlertsUnreached",
                                "alerts-unreached",
                                "Nobody has a confirmed subscription: an alert reaches no officer.",
                                own(Metric.ALERTS_REACH, "Maximum"),
                                1)
                        .below()
                        .inARow(3)
                        .alsoWhenSilent(),
                atLeast(
                        "HitsEscalated",
                        "escalated-hits",
                        "Nobody had viewed a hit in time; everybody was sent it.",
                        own(Metric.HITS_ESCALATED, "Sum"),
                        1));
    }

    private Stream<AlarmSpec> clocks() {
        return Stream.of(
                atLeast(
                                "ExpiryLag",
                                "expiry-lag",
                                "What should be deleted is not, or nobody measures it.",
                                own(Metric.EXPIRY_LAG, "Maximum"),
                                LAG.toSeconds())
                        .inARow(2)
                        .alsoWhenSilent(),
                atLeast(
                                "PurgeLag",
                                "purge-lag",
                                "A row was deleted after its date.",
                                own(Metric.PURGE_LAG, "Maximum"),
                                1)
                        .inARow(2),
                atLeast(
                                "PurgeHeartbeat",
                                "purge-heartbeat",
                                "The purge does not run: nothing is deleted on time.",
                                own(Metric.PURGE_HEARTBEAT, "Sum"),
                                1)
                        .below()
                        .inARow(3)
                        .alsoWhenSilent(),
                atLeast(
                                "PurgeRefused",
                                "purge-refused",
                                "A table or the bucket of crops refuses deletions; they are tried again each minute.",
                                own(Metric.PURGE_REFUSED, "Sum"),
                                1)
                        .inARow(2),
                atLeast(
                                "EvidenceWaits",
                                "evidence-waits",
                                "Held reads are not copied, or nobody measures it.",
                                own(Metric.EVIDENCE_WAITS, "Maximum"),
                                EVIDENCE.toSeconds())
                        .inARow(3)
                        .alsoWhenSilent(),
                atLeast(
                        "ReadsLost",
                        "reads-lost",
                        "A read is neither stored nor has a receipt of its deletion.",
                        own(Metric.READS_LOST, "Maximum"),
                        1),
                atLeast(
                        "CamerasQuarantined",
                        "cameras-quarantined",
                        "A camera misreads too many plates: its alerts are advisory until somebody clears it.",
                        own(Metric.CAMERAS_QUARANTINED, "Maximum"),
                        1),
                atLeast(
                        "ReviewsMissed",
                        "reviews-missed",
                        "A week has no approved review of the ledger.",
                        own(Metric.REVIEWS_MISSED, "Maximum"),
                        1),
                atLeast(
                        "DecoysTouched",
                        "decoys-touched",
                        "Somebody searched or opened a plate that no vehicle has.",
                        own(Metric.DECOYS_TOUCHED, "Maximum"),
                        1),
                atLeast(
                        "ConductReviewsOverdue",
                        "conduct-reviews-overdue",
                        "A question about somebody's conduct is not answered in time.",
                        own(Metric.CONDUCT_REVIEWS_OVERDUE, "Maximum"),
                        1),
                atLeast(
                                "LedgerLag",
                                "ledger-lag",
                                "Counts do not reach the ledger, or nobody measures it.",
                                own(Metric.LEDGER_LAG, "Maximum"),
                                LAG.toSeconds())
                        .inARow(2)
                        .alsoWhenSilent(),
                atLeast(
                                "SealingLag",
                                "sealing-lag",
                                "Accepted entries wait longer than five minutes to be sealed, or nobody measures it.",
                                own(Metric.SEALING_LAG, "Maximum"),
                                SEALING.toSeconds())
                        .inARow(3)
                        .alsoWhenSilent(),
                atLeast(
                        "SealingRefused",
                        "refused-entries",
                        "Among what waits to be sealed is something that the ledger never wrote.",
                        own(Metric.SEALING_REFUSED, "Maximum"),
                        1),
                atLeast(
                                "OptOutLost",
                                "opt-out-lost",
                                "Nothing proves that pictures are kept out of AI training; Rekognition is not used meanwhile.",
                                own(Metric.OPT_OUT_MISSING, "Maximum"),
                                1)
                        .every(Duration.ofDays(1))
                        .alsoWhenSilent());
    }
}
