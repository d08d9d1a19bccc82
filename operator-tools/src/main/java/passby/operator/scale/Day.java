package passby.operator.scale;

import passby.operator.cost.Assumption;

/**
 * How a day's traffic is spread: one hour of the evening at the peak that the bill assumes, a morning at three fifths of it,
 * and the rest of the day by the same shape as any road's. The mean of the day is 1.
 */
final class Day {
    private static final int HOURS = 24;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int MORNING = 8;
    private static final int EVENING = 17;
    private static final double MORNING_SHARE = 0.6;

    /** Of what the two rush hours leave, night to night. */
    private static final double[] REST = {
        0.2, 0.1, 0.1, 0.1, 0.2, 0.5, 1.0, 1.4, 0, 1.2, 1.0, 1.0, 1.1, 1.1, 1.2, 1.4, 1.6, 0, 1.5, 1.0, 0.8, 0.6, 0.4,
        0.3
    };

    private Day() {}

    /**
     * Times the mean: each hour's share in its middle, and straight lines between.
     *
     * @param second since midnight of the first day
     */
    static double times(int second) {
        var hours = (double) second / SECONDS_AN_HOUR + HOURS - 0.5;
        var before = (int) hours;
        var part = hours - before;
        return (1 - part) * ofHour(before % HOURS) + part * ofHour((before + 1) % HOURS);
    }

    private static double ofHour(int hour) {
        var peak = Assumption.PEAK.value();
        return switch (hour) {
            case MORNING -> peak * MORNING_SHARE;
            case EVENING -> peak;
            default -> REST[hour] * (HOURS - peak * (1 + MORNING_SHARE)) / rest();
        };
    }

    private static double rest() {
        var sum = 0.0;
        for (var hour : REST) {
            sum += hour;
        }
        return sum;
    }
}
