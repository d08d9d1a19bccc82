package passby.operator.cost;

import java.util.Arrays;
import java.util.List;
import passby.aws.api.Queue;
import passby.aws.api.ReadTraffic;
import passby.core.policy.ReaderRules;
import passby.infra.store.TableScaling;

/** What each read costs, from the camera's call to the row that expires. */
final class ReadItems {
    /** Sent by S3, received and deleted by Lambda's poller. */
    private static final double QUEUE_REQUESTS = 3;

    /** A copy of the policy is at most 30 s old. */
    private static final double POLICY_A_MINUTE = 2;

    private static final double KB_IN_A_GB = 1e6;

    private static final double SECONDS_AN_HOUR = 3_600;

    /** A share is of a thousand reads. */
    private static final double READS_OF_SHARE = 1000;

    private ReadItems() {}

    static List<Item> of(Workload workload) {
        var frames = Invocations.frames(workload);
        var calls = Invocations.urlCalls(workload);
        var looks = Recognition.of(workload.order());
        var stored = frames * workload.storedShare();
        var hits = workload.hitsAMonth();
        var pushed = hits * Assumption.PUSHED.value();
        var newPlates = stored * Assumption.NEW_PLATES.value();
        return List.of(
                new Item(Prices.API_CALLS, "cameras ask for URLs", calls),
                new Item(Prices.WAF_REQUESTS, "cameras' calls", calls),
                new Item(Prices.TRANSFER_OUT, "answers to cameras", calls * answerGigabytes(workload)),
                new Item(Prices.S3_WRITES, "uploads", frames),
                new Item(Prices.S3_WRITES, "crops", stored * ReadTraffic.CROPS),
                new Item(
                        Prices.S3_READS,
                        "pictures looked at",
                        frames * (ReadTraffic.HEADS + looks.detectText() + looks.container() + looks.cuts())),
                new Item(Prices.SQS_REQUESTS, "messages of uploads", frames * QUEUE_REQUESTS),
                new Item(Prices.DETECT_TEXT, "pictures that Rekognition looks at", frames * looks.detectText()),
                new Item(
                        Prices.FIREWALL_LOOKUPS,
                        "names that the recogniser looks up",
                        Math.min(
                                frames * (looks.container() + looks.cuts()),
                                minutesOf(looks.containerSeconds(), workload))),
                written(
                        workload,
                        "cameras' calls and counts",
                        calls * ReadTraffic.CALL_WRITES
                                + frames * (ReadTraffic.FRAME_COUNTS + ReadTraffic.FRAME_MARKS)),
                written(workload, "frames and reads", stored * (Row.FRAME.writeUnits() + Row.READ.writeUnits())),
                new Item(Prices.DYNAMODB_WRITES, "frames and reads", stored * ReadTraffic.PLATE_NOTES),
                written(workload, "readings of passes", stored * ReadTraffic.PASS_WRITES),
                new Item(
                        Prices.DYNAMODB_WRITES,
                        "places of new plates in their indexes",
                        newPlates * ReadTraffic.PLATE_PLACES),
                written(
                        workload,
                        "what the purge marks and deletes",
                        stored * (Row.FRAME.deletionUnits() + Row.READ.purgeUnits() + Row.PASS.deletionUnits())),
                new Item(
                        Prices.DYNAMODB_WRITES,
                        "what the purge marks and deletes",
                        newPlates * (2 + ReadTraffic.PLATE_PLACES + ReadTraffic.PLATE_MOVES)
                                + hits * Row.HIT.purgeUnits()),
                new Item(
                        Prices.DYNAMODB_READS, "what the purge looks at", stored * ReadTraffic.PURGE_LOOKS + newPlates),
                new Item(Prices.DYNAMODB_WRITES, "reads considered for the random sample", sampled(workload, stored)),
                new Item(
                        Prices.DYNAMODB_WRITES,
                        "counts of plates that nobody could read",
                        frames * Assumption.ILLEGIBLE.value()),
                new Item(Prices.DYNAMODB_WRITES, "hits, their entries and alerts", hits * hitUnits()),
                new Item(
                        Prices.DYNAMODB_READS,
                        "cameras, frames, hot lists",
                        calls * ReadTraffic.CALL_READS
                                + frames * (ReadTraffic.FRAME_READS + ReadTraffic.HOT_LIST_QUERIES)),
                new Item(
                        Prices.DYNAMODB_READS,
                        "the policy, by every function that reads or admits",
                        Math.min(
                                frames + calls,
                                POLICY_A_MINUTE
                                        * minutesOf(
                                                looks.readPlatesSeconds() + Measured.ISSUE_URLS.seconds(), workload))),
                new Item(
                        Prices.DYNAMODB_STORAGE,
                        "frames and reads that are kept",
                        StoredAmounts.rowsGigabytes(workload)),
                new Item(Prices.S3_STORAGE, "crops that are kept", StoredAmounts.cropsGigabytes(workload)),
                new Item(Prices.SNS_PUBLISHES, "alerts", hits),
                new Item(Prices.SQS_REQUESTS, "alerts on their way", hits * alertQueues() * QUEUE_REQUESTS),
                new Item(
                        Prices.TEXT_MESSAGES,
                        "alerts to telephones",
                        pushed * workload.habits().textsPerHit()),
                new Item(Prices.SES_EMAILS, "alerts to mailboxes", pushed * Assumption.EMAILS_PER_HIT.value()),
                new Item(
                        Prices.KMS_SIGNATURES,
                        "tokens for push services, P-256",
                        pushed * Assumption.PUSH_SERVICES.value()));
    }

    /** Where nothing is stored of what matches nothing, nothing is drawn. */
    private static double sampled(Workload workload, double stored) {
        return workload.storesNonHits() ? stored * ReaderRules.DEFAULT.sampleShare() / READS_OF_SHARE : 0;
    }

    /** Minutes of a month in which a place that runs so long for a frame is there: as many places as the peak needs, all day. */
    private static double minutesOf(double seconds, Workload workload) {
        var places = Math.ceil(workload.readsASecond() * Assumption.PEAK.value() * seconds);
        return places * Workload.MINUTES_A_MONTH;
    }

    /** For officers, for systems and for dispatch: each alert goes into all of them. */
    private static long alertQueues() {
        return Arrays.stream(Queue.values()).filter(Queue::hearsAlerts).count();
    }

    /** Of a read on demand, from its rows and those of its frame, plate and pass to the purge of them. */
    static double lifeUnits() {
        var written =
                Row.FRAME.writeUnits() + Row.READ.writeUnits() + ReadTraffic.PLATE_NOTES + ReadTraffic.PASS_WRITES;
        return written + Row.FRAME.deletionUnits() + Row.READ.purgeUnits() + Row.PASS.deletionUnits();
    }

    /** Units of a table that every read writes: on demand, or of capacity that follows the day where the stack provisions it. */
    private static Item written(Workload workload, String what, double units) {
        return TableScaling.of(workload.cameras(), false).isEmpty()
                ? new Item(Prices.DYNAMODB_WRITES, what, units)
                : new Item(Prices.DYNAMODB_WRITE_CAPACITY, what, units / SECONDS_AN_HOUR / Assumption.FOLLOWED.value());
    }

    /** The hit, its entry, and the mark that its alert went out, with the index that it leaves. */
    private static double hitUnits() {
        return Row.HIT.writeUnits() + RowUnits.ENTRY + Math.ceil(Row.HIT.kilobytes()) + 1;
    }

    private static double answerGigabytes(Workload workload) {
        return 2 * workload.habits().framesPerCall() / KB_IN_A_GB;
    }
}
