package passby.operator.cost;

import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

/**
 * What a city asks of its stack.
 *
 * @param cameras 1 to {@link #MAX_CAMERAS}
 * @param readsPerDay of one camera, 1 to {@link #MAX_READS_PER_DAY}
 * @param order which engine looks first
 * @param nonHitRetention of reads that matched nothing
 * @param hitRetention of hits, their reads and their pictures
 * @param habits of its cameras and officers
 */
public record Workload(
        int cameras,
        int readsPerDay,
        RecognizerOrder order,
        NonHitRetention nonHitRetention,
        HitRetention hitRetention,
        Habits habits) {
    public static final int MAX_CAMERAS = 1_000_000;
    public static final int MAX_READS_PER_DAY = 100_000;

    static final double DAYS_A_MONTH = 365 / 12.0;
    static final double HOURS_A_MONTH = DAYS_A_MONTH * 24;
    static final double MINUTES_A_MONTH = HOURS_A_MONTH * 60;

    private static final double SECONDS_A_DAY = 24 * 60 * 60;

    /**
     * What a city may choose without its stack.
     *
     * @param framesPerCall frames for which a camera asks in one call, from 1
     * @param textsPerHit text messages for a pushed hit, 0 where officers take pushes to their browsers instead
     * @param postedPerDay reads that one camera made itself and posts without a picture, beside the others; 0 to {@link
     *     #MAX_READS_PER_DAY}
     */
    public record Habits(double framesPerCall, double textsPerHit, int postedPerDay) {
        static final Habits USUAL = new Habits(Assumption.FRAMES_PER_CALL.value(), Assumption.TEXTS_PER_HIT.value(), 0);

        public Habits {
            if (!(framesPerCall >= 1 && textsPerHit >= 0)) {
                throw new IllegalArgumentException("a call brings a frame, and nobody gets less than no message");
            }
            if (postedPerDay < 0 || postedPerDay > MAX_READS_PER_DAY) {
                throw new IllegalArgumentException("out of bounds: " + postedPerDay + " posted reads a day");
            }
        }
    }

    /** A city of usual habits. */
    public Workload(
            int cameras,
            int readsPerDay,
            RecognizerOrder order,
            NonHitRetention nonHitRetention,
            HitRetention hitRetention) {
        this(cameras, readsPerDay, order, nonHitRetention, hitRetention, Habits.USUAL);
    }

    public Workload {
        if (cameras < 1 || cameras > MAX_CAMERAS || readsPerDay < 1 || readsPerDay > MAX_READS_PER_DAY) {
            throw new IllegalArgumentException(
                    "out of bounds: " + cameras + " cameras, " + readsPerDay + " reads a day");
        }
    }

    public double readsADay() {
        return (double) cameras * readsPerDay;
    }

    public double readsAMonth() {
        return readsADay() * DAYS_A_MONTH;
    }

    public double readsASecond() {
        return readsADay() / SECONDS_A_DAY;
    }

    double postedAMonth() {
        return (double) cameras * habits.postedPerDay() * DAYS_A_MONTH;
    }

    double hitsAMonth() {
        return readsAMonth() * Assumption.HITS_PER_READ.value();
    }

    double people() {
        return cameras * Assumption.PEOPLE_PER_CAMERA.value();
    }

    double callsOfPeopleAMonth() {
        return people() * Assumption.CALLS_PER_PERSON_DAY.value() * DAYS_A_MONTH;
    }

    double signInsAMonth() {
        return people() * Assumption.SIGN_INS_PER_PERSON_DAY.value() * DAYS_A_MONTH;
    }

    boolean storesNonHits() {
        return !nonHitRetention.isFlush();
    }

    /** Frames that are stored, with their reads, of all that are read. */
    public double storedShare() {
        return storesNonHits() ? 1 : Assumption.HITS_PER_READ.value();
    }
}
