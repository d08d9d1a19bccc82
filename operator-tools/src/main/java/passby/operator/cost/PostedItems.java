package passby.operator.cost;

import java.util.List;
import passby.aws.api.CaptureFunctions;
import passby.aws.api.ReadFunctions;
import passby.aws.api.ReadTraffic;

/**
 * What a read costs that a camera made itself and posts without a picture ({@code POST /v1/reads}): the call writes it as an object of
 * the bucket of uploads, and from there it goes the way of a frame, without a look at a picture and without crops. What it matches
 * is advisory and sent to nobody.
 */
final class PostedItems {
    /** Sent by S3, received and deleted by Lambda's poller. */
    private static final double QUEUE_REQUESTS = 3;

    /** Of the function that takes the call, and of the one that reads the object. */
    private static final double RUNS = 2;

    private static final double ANSWER_KB = 2;
    private static final double KB_IN_A_GB = 1e6;
    private static final double MB_IN_A_GB = 1024;
    private static final String CALLS = "reads that cameras post";

    private PostedItems() {}

    static List<Item> of(Workload workload) {
        var posted = workload.postedAMonth();
        var stored = posted * workload.storedShare();
        return List.of(
                new Item(Prices.API_CALLS, CALLS, posted),
                new Item(Prices.WAF_REQUESTS, CALLS, posted),
                new Item(Prices.TRANSFER_OUT, "answers to posted reads", posted * ANSWER_KB / KB_IN_A_GB),
                new Item(Prices.LAMBDA_REQUESTS, CALLS, posted * RUNS),
                new Item(Prices.LAMBDA_GB_SECONDS, CALLS, posted * gigabyteSeconds()),
                new Item(Prices.S3_WRITES, CALLS, posted),
                new Item(Prices.S3_READS, CALLS, posted * (ReadTraffic.HEADS + 1)),
                new Item(Prices.SQS_REQUESTS, "messages of posted reads", posted * QUEUE_REQUESTS),
                new Item(
                        Prices.DYNAMODB_WRITES,
                        CALLS,
                        posted * (ReadTraffic.CALL_WRITES + ReadTraffic.FRAME_COUNTS + ReadTraffic.FRAME_MARKS)
                                + stored * ReadItems.lifeUnits()),
                new Item(
                        Prices.DYNAMODB_READS,
                        CALLS,
                        posted * (ReadTraffic.CALL_READS + ReadTraffic.FRAME_READS + ReadTraffic.HOT_LIST_QUERIES)),
                new Item(
                        Prices.DYNAMODB_STORAGE,
                        "posted reads that are kept",
                        StoredAmounts.rowsGigabytes(workload) * posted / workload.readsAMonth()));
    }

    /** As long as a picture needs beside the recogniser, which is more than a read without one does. */
    private static double gigabyteSeconds() {
        return (Measured.ISSUE_URLS.seconds()
                                * CaptureFunctions.ISSUE_UPLOAD_URLS.size().memoryMb()
                        + Measured.READ_PLATES.seconds()
                                * ReadFunctions.READ_PLATES.size().memoryMb())
                / MB_IN_A_GB;
    }
}
