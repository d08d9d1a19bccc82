package passby.core.quality;

/**
 * Where a share lies with 95 % confidence: the score interval of E. B. Wilson, "Probable Inference, the Law of Succession, and
 * Statistical Inference", Journal of the American Statistical Association 22 (1927), 209-212. Unlike the textbook's interval it stays
 * within 0 and 1, and is no point where nothing was found.
 *
 * @param low from 0
 * @param high up to 1
 */
public record Interval(double low, double high) {
    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * @param found among those that were looked at, 0 to {@code n}
     * @param n above 0
     */
    public static Interval of(long found, long n) {
        if (n < 1 || found < 0 || found > n) {
            throw new IllegalArgumentException(found + " of " + n + " is no share");
        }
        var share = (double) found / n;
        var squared = Z * Z / n;
        var centre = (share + squared / 2) / (1 + squared);
        var half = Z * Math.sqrt(share * (1 - share) / n + squared / n / 4) / (1 + squared);
        // At both ends the formula is exact, and arithmetic in doubles is not.
        return new Interval(found == 0 ? 0 : centre - half, found == n ? 1 : centre + half);
    }
}
