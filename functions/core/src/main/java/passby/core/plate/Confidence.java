package passby.core.plate;

/**
 * How sure a reader is, as a probability.
 *
 * @param value 0 to 1
 */
public record Confidence(double value) implements Comparable<Confidence> {
    public static final Confidence NONE = new Confidence(0);

    public Confidence {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("confidence is 0 to 1, not " + value);
        }
    }

    public boolean atLeast(Confidence other) {
        return value >= other.value;
    }

    @Override
    public int compareTo(Confidence other) {
        return Double.compare(value, other.value);
    }
}
