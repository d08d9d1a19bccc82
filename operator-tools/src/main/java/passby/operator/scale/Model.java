package passby.operator.scale;

import java.util.List;
import passby.aws.api.ReadTraffic;
import passby.aws.dynamodb.Expiry;
import passby.aws.ledger.CounterRowKeys;
import passby.aws.ledger.LedgerRowKeys;
import passby.aws.read.FrameRowKeys;
import passby.core.retention.Timing;
import passby.infra.capacity.Capacity;
import passby.operator.cost.Assumption;
import passby.operator.cost.Measured;
import passby.operator.cost.Recognition;
import passby.operator.cost.Row;
import passby.operator.cost.Workload;

/**
 * One deployment, as its lists, its bill and its timing describe it: what a read asks of each part.
 *
 * @param workload of this deployment alone
 */
record Model(Workload workload) {
    /** S3 tells SQS of an object within seconds as a rule; a guess until a city runs. */
    static final double NOTICE_SECONDS = 0.5;

    /** Of the logarithm of a run's time: the planned recogniser's median is 134 and its 90th percentile 258 ms (Measured.RECOGNIZE). */
    static final double SPREAD = 0.511;

    /** The first run of a new place: the goal of decision 0026. */
    static final double COLD_SECONDS = 1.5;

    /** Rows a second that one purge deleted on DynamoDB Local, on two shared cores (README, scripts/bench purge). */
    static final double PURGED_ROWS_A_SECOND = 1 / Measured.PURGED_ROW.seconds();

    /** The read, its frame, and the readings of its pass. */
    static final double ROWS_OF_A_READ = Row.OF_A_READ;

    /** Under the hour in which pictures fall due, which is new every hour, so that S3 has split nothing below it yet. */
    private static final int PICTURE_PREFIXES = 1;

    private static final int UPLOAD_PREFIXES = 16;

    double meanReads() {
        return workload.readsASecond();
    }

    double peakReads() {
        return meanReads() * Assumption.PEAK.value();
    }

    double calls(double reads) {
        return reads * Assumption.FRAMES_PER_READ.value() / workload.habits().framesPerCall();
    }

    /** Places kept for ReadPlates, and as many for the recogniser. */
    int places() {
        return new Capacity(workload.cameras()).reading();
    }

    /**
     * Mean seconds of ReadPlates for a frame.
     *
     * @param refused share of the frames that Rekognition does not take, which the recogniser then reads alone
     * @param waited seconds until such a refusal
     */
    double seconds(double refused, double waited) {
        var looks = Recognition.of(workload.order());
        var asked = looks.readPlatesSeconds();
        var alone = Measured.READ_PLATES.seconds() + Measured.RECOGNIZE.seconds() + looks.detectText() * waited;
        return (1 - refused) * asked + refused * alone;
    }

    /** Of frames in a second those that Rekognition refuses. */
    double refusedByRekognition(double frames) {
        var asked = frames * Recognition.of(workload.order()).detectText();
        return asked <= Limit.DETECT_TEXT_A_SECOND.value() ? 0 : 1 - Limit.DETECT_TEXT_A_SECOND.value() / asked;
    }

    double timeout() {
        return Timing.REKOGNITION.toSeconds();
    }

    /** Cameras' calls meet these. */
    HotKeys counters() {
        return new HotKeys("Counters, by minute", CounterRowKeys.SHARDS, 1 + ReadTraffic.FRAME_COUNTS, true);
    }

    /** Stored reads meet these. */
    List<HotKeys> stores() {
        var hits = Assumption.HITS_PER_READ.value();
        return List.of(
                new HotKeys("Frames, byReceived", FrameRowKeys.SHARDS, workload.storedShare(), true),
                new HotKeys("Frames and Reads, byExpiry", Expiry.SHARDS, workload.storedShare(), false),
                new HotKeys("LedgerPending, by minute", LedgerRowKeys.SHARDS, 2 * hits, true));
    }

    /** Reads a second whose pictures S3 takes. */
    double picturesTaken() {
        return PICTURE_PREFIXES
                * (double) Limit.PREFIX_WRITES_A_SECOND.value()
                / (ReadTraffic.CROPS * workload.storedShare());
    }

    double uploadsTaken() {
        return UPLOAD_PREFIXES * (double) Limit.PREFIX_WRITES_A_SECOND.value();
    }

    double textsPerRead() {
        return Assumption.HITS_PER_READ.value()
                * Assumption.PUSHED.value()
                * workload.habits().textsPerHit();
    }
}
