package passby.operator.scale;

/** How long frames waited, in buckets a twentieth apart, so that hundreds of millions of them take no room. */
final class Latencies {
    private static final double LEAST_SECONDS = 0.01;
    private static final double STEP = 1.05;
    private static final int BUCKETS = 400;

    private final double[] frames = new double[BUCKETS];
    private double all;

    void add(double seconds, double weight) {
        var bucket = (int) Math.ceil(Math.log(Math.max(seconds, LEAST_SECONDS) / LEAST_SECONDS) / Math.log(STEP));
        frames[Math.min(bucket, BUCKETS - 1)] += weight;
        all += weight;
    }

    void addAll(Latencies other) {
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            frames[bucket] += other.frames[bucket];
        }
        all += other.all;
    }

    /** Seconds within which that share of the frames was done; 0 where there were none. */
    double within(double share) {
        var sum = 0.0;
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            sum += frames[bucket];
            if (all > 0 && sum >= share * all) {
                return LEAST_SECONDS * Math.pow(STEP, bucket);
            }
        }
        return 0;
    }

    /** Share of the frames that took longer. */
    double beyond(double seconds) {
        var sum = 0.0;
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            sum += LEAST_SECONDS * Math.pow(STEP, bucket) > seconds ? frames[bucket] : 0;
        }
        return all > 0 ? sum / all : 0;
    }
}
