package passby.core.policy;

/**
 * How a city learns whether its reader is honest (data.md, "Bounds"; product.md, B7).
 *
 * @param sampleShare of a thousand reads, how many are considered for the random sample
 * @param samplesADay most reads of one camera and day that end up in it
 * @param misreadLimitPercent misreads that a camera's random sample may show before its alerts are advisory
 * @param floor labels or verdicts below which no rate is told
 */
public record ReaderRules(int sampleShare, int samplesADay, int misreadLimitPercent, int floor) {
    public static final ReaderRules DEFAULT = new ReaderRules(20, 4, 5, 50);

    /** The limit as a share of one. */
    public double misreadLimit() {
        return misreadLimitPercent / 100.0;
    }
}
