package passby.aws.api;

import java.util.Arrays;
import java.util.List;
import passby.core.ledger.Count;

/**
 * What functions measure of themselves, for the stack's alarms and dashboard: in the namespace {@link #NAMESPACE}, with the
 * one dimension {@link #DIMENSION}, whose value is the deployed name of the function. Never a camera, a plate or a person.
 */
public enum Metric {
    /** Frames that were read, with a plate or without. */
    FRAMES_READ("FramesRead", Count.FRAME_WITH_PLATES, Count.FRAME_NO_PLATE),
    /** Frames that no recogniser answered: they went back to the queue. */
    RECOGNIZER_FAILURES("RecognizerFailures", Count.FRAME_RETRIED),
    /** Frames that were dropped because they were too old to be processed. */
    FRAMES_TOO_LATE("FramesTooLate", Count.FRAME_DROPPED_LATE),
    /** From the camera's shutter to the alert, for each hit whose alert goes out with its frame. */
    CAPTURE_TO_ALERT("CaptureToAlert", Unit.MILLISECONDS),
    /** From the arrival of the picture to the alert, for each hit whose alert goes out with its frame. */
    UPLOAD_TO_ALERT("UploadToAlert", Unit.MILLISECONDS),
    /** Alerts that waited in the outbox because they could not be sent with their frame. */
    ALERTS_SENT_LATE("AlertsSentLate", Unit.COUNT),
    /** Alerts that a run over the outbox could not send: they stay pending, behind all others. */
    ALERTS_NOT_SENT("AlertsNotSent", Unit.COUNT),
    /** Every run tells: how many subscriptions would get an alert. None: the city is unreached. */
    ALERTS_REACH("AlertsReach", Unit.COUNT),
    /** Hits that were sent to everybody, because nobody had viewed them. */
    HITS_ESCALATED("HitsEscalated", Unit.COUNT),
    /** Counts that could not be added; the ledger's minute tells less than what happened. Of any function that counts. */
    COUNTS_LOST("CountsLost", Unit.COUNT),
    /** Every run tells, and every deployment: one when Rekognition was taken away, because nothing proves that pictures are kept out of AI training. */
    OPT_OUT_MISSING("OptOutMissing", Unit.COUNT),
    /** Every run tells: the age of the first minute whose counts are not in the ledger; below 120 when all is well. */
    LEDGER_LAG("LedgerLag", Unit.SECONDS),
    /** Every run tells: how long the oldest accepted entry waits that is not sealed; 0 when all is well. */
    SEALING_LAG("SealingLag", Unit.SECONDS),
    /** Every run tells: rows among the waiting entries that are none. Somebody wrote them past the ledger. */
    SEALING_REFUSED("SealingRefused", Unit.COUNT),
    /** Every run tells: how long ago the first minute of uploads fell due that is not swept; below 120 when all is well. */
    EXPIRY_LAG("ExpiryLag", Unit.SECONDS),
    /** Every ten minutes: cameras in service that brought no frame for half an hour. */
    CAMERAS_SILENT("CamerasSilent", Unit.COUNT),
    /** One at the end of every run of the purge. */
    PURGE_HEARTBEAT("PurgeHeartbeat", Unit.COUNT),
    /** The longest that a row was deleted after its date. */
    PURGE_LAG("PurgeLag", Unit.SECONDS),
    /** Deletions that a store refused. */
    PURGE_REFUSED("PurgeRefused", Unit.COUNT),
    /** Every run tells: how long the oldest hold waits for its copies; 0 when none does. */
    EVIDENCE_WAITS("EvidenceWaits", Unit.SECONDS),
    /** Files of lists that were not imported: the last good version stays, and grows older. */
    LIST_FILES_REFUSED("ListFilesRefused", Unit.COUNT),
    /** Reads that neither are stored nor have a receipt. */
    READS_LOST("ReadsLost", Unit.COUNT),
    /** Every day: cameras whose random sample shows so many misreads that their alerts are advisory. */
    CAMERAS_QUARANTINED("CamerasQuarantined", Unit.COUNT),
    /** Every run tells: weeks that it found without an approved review. */
    REVIEWS_MISSED("ReviewsMissed", Unit.COUNT),
    /** Every run tells: people who searched or opened a plate that no vehicle has. */
    DECOYS_TOUCHED("DecoysTouched", Unit.COUNT),
    /** Every run tells: questions about somebody's conduct that nobody answered in time. */
    CONDUCT_REVIEWS_OVERDUE("ConductReviewsOverdue", Unit.COUNT);

    public static final String NAMESPACE = "Passby";
    public static final String DIMENSION = "FunctionName";

    /** As CloudWatch calls them. */
    public enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds"),
        SECONDS("Seconds");

        private final String code;

        Unit(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final String code;
    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes immutable lists
    private final List<Count> counts;

    Metric(String code, Unit unit) {
        this.code = code;
        this.unit = unit;
        this.counts = List.of();
    }

    /** @param counts what the ledger tells of the same events */
    Metric(String code, Count... counts) {
        this.code = code;
        this.unit = Unit.COUNT;
        this.counts = List.of(counts);
    }

    /** Those that measure an event which the ledger counts. */
    public static List<Metric> of(Count count) {
        return Arrays.stream(values())
                .filter(metric -> metric.counts.contains(count))
                .toList();
    }

    /** Its name in CloudWatch. */
    public String code() {
        return code;
    }

    public Unit unit() {
        return unit;
    }

    /** Those of the functions that measure it, in their order. */
    public List<FunctionSpec> of(List<FunctionSpec> functions) {
        return functions.stream()
                .filter(function -> function.metrics().contains(this))
                .toList();
    }
}
