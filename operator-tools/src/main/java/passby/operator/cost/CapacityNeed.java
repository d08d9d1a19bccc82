package passby.operator.cost;

import java.util.List;
import passby.infra.capacity.Capacity;

/**
 * What a city needs of AWS at the peak of its day, beside the places that its stack keeps, and
 * the quotas that an account has unless it asks for more.
 *
 * @param bound infinite where there is none
 */
record CapacityNeed(String what, double needed, double bound) {
    // Default quotas in us-east-1; a new account's may be far lower. scripts/deploy reads the account's own.
    private static final double DETECT_TEXT_A_SECOND = 50;
    private static final double API_CALLS_A_SECOND = 10_000;
    private static final double TABLE_UNITS_A_SECOND = 40_000;

    boolean isWithinBound() {
        return needed <= bound;
    }

    static List<CapacityNeed> of(Workload workload) {
        var reads = workload.readsASecond();
        var frames = reads * Assumption.FRAMES_PER_READ.value() * Assumption.PEAK.value();
        var looks = Recognition.of(workload.order());
        var readPlates = frames * looks.readPlatesSeconds();
        var recognizers = frames * looks.containerSeconds();
        var calls = frames / workload.habits().framesPerCall();
        var urls = calls * Measured.ISSUE_URLS.seconds();
        var kept = new Capacity(workload.cameras());
        return List.of(
                free("reads a second, on average", reads),
                free("reads a second, at the peak", reads * Assumption.PEAK.value()),
                new CapacityNeed("ReadPlates at once", readPlates, kept.reading()),
                new CapacityNeed("Recognizer at once", recognizers, kept.recognizers()),
                free("IssueUploadUrls at once", urls),
                new CapacityNeed(
                        "functions at once, together", readPlates + recognizers + urls, Capacity.ACCOUNT_CONCURRENCY),
                new CapacityNeed("DetectText a second", frames * looks.detectText(), DETECT_TEXT_A_SECOND),
                new CapacityNeed("API calls a second", calls, API_CALLS_A_SECOND),
                new CapacityNeed(
                        "write units a second of Reads",
                        reads * Assumption.PEAK.value() * workload.storedShare() * Row.READ.writeUnits(),
                        TABLE_UNITS_A_SECOND),
                free("rows kept in Reads", StoredAmounts.reads(workload)));
    }

    private static CapacityNeed free(String what, double needed) {
        return new CapacityNeed(what, needed, Double.POSITIVE_INFINITY);
    }
}
