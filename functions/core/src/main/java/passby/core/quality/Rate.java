package passby.core.quality;

/**
 * How many of some plates were misread.
 *
 * @param misread among them
 * @param n how many plates somebody judged
 */
public record Rate(long misread, long n) {
    static final Rate NONE = new Rate(0, 0);

    public double share() {
        return (double) misread / n;
    }

    public Interval interval() {
        return Interval.of(misread, n);
    }

    Rate plus(Rate other) {
        return new Rate(misread + other.misread, n + other.n);
    }
}
