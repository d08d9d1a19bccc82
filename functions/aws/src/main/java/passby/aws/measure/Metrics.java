package passby.aws.measure;

import passby.aws.api.Metric;

/** Where functions say what they measured. A lost value stops nothing. */
@FunctionalInterface
public interface Metrics {
    void put(Metric metric, long value);

    /** For where nobody listens: one machine and tests. */
    static Metrics none() {
        return (metric, value) -> {};
    }
}
