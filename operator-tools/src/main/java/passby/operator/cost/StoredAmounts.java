package passby.operator.cost;

import java.time.Duration;

/** What a city keeps once its retention has run its length for the first time. */
final class StoredAmounts {
    /** Until DynamoDB deletes what expired: its backstop comes a day late (data.md). */
    private static final Duration LATE = Duration.ofDays(1);

    private static final double KB_IN_A_GB = 1e6;
    private static final double SECONDS_A_DAY = 24 * 60 * 60;

    private StoredAmounts() {}

    /** Rows in Reads, hits' reads among them. */
    static double reads(Workload workload) {
        return nonHits(workload) + hits(workload);
    }

    /** In flush mode none. */
    static double nonHits(Workload workload) {
        return workload.storesNonHits()
                ? workload.readsADay() * days(workload.nonHitRetention().duration())
                : 0;
    }

    static double hits(Workload workload) {
        return workload.readsADay()
                * Assumption.HITS_PER_READ.value()
                * days(workload.hitRetention().duration());
    }

    static double rowsGigabytes(Workload workload) {
        var ofRead = Row.READ.storedKilobytes() + Row.FRAME.storedKilobytes() * Assumption.FRAMES_PER_READ.value();
        return (reads(workload) * ofRead + hits(workload) * Row.HIT.storedKilobytes()) / KB_IN_A_GB;
    }

    static double cropsGigabytes(Workload workload) {
        return reads(workload) * Assumption.CROPS_KB.value() / KB_IN_A_GB;
    }

    private static double days(Duration retention) {
        return retention.plus(LATE).toSeconds() / SECONDS_A_DAY;
    }
}
