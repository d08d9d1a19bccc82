package passby.core.policy;

import java.util.List;

/**
 * How a city learns whether its reader is honest (data.md, "Bounds"; product.md, B7).
 *
 * @param sampleShare of a thousand reads, how many are considered for the random sample
 * @param misreadLimitPercent misreads that a camera's random sample may show before its alerts are advisory
 * @param floor labels or verdicts below which no rate is told
 */
public record ReaderRules(int sampleShare, int misreadLimitPercent, int floor) {
    /**
     * Most reads of one camera and day that end up in the sample: a night's work of one person for all cameras. No city sets it,
     * because the place of a read follows from it, and would change with it.
     */
    public static final int SAMPLES_A_DAY = 4;

    /** Of a thousand reads: none would be no sample, and of more than a hundred most are drawn for nothing. */
    public static final List<String> SHARES = List.of("5", "10", "20", "50", "100");

    /** Percent. Above a tenth a camera stops more wrong cars than any city could answer for. */
    public static final List<String> LIMITS = List.of("1", "2", "3", "5", "8", "10");

    /** Of fewer plates than 30 chance says more than the reader does. */
    public static final List<String> FLOORS = List.of("30", "50", "100", "200");

    /** What holds under a document that does not speak of it. */
    public static final ReaderRules DEFAULT = new ReaderRules(20, 5, 50);

    public ReaderRules {
        if (!SHARES.contains(String.valueOf(sampleShare))
                || !LIMITS.contains(String.valueOf(misreadLimitPercent))
                || !FLOORS.contains(String.valueOf(floor))) {
            throw new IllegalArgumentException("rules of readers are outside of their bounds");
        }
    }

    /** The limit as a share of one. */
    public double misreadLimit() {
        return misreadLimitPercent / 100.0;
    }
}
