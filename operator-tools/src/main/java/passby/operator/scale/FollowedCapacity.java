package passby.operator.scale;

import java.util.function.IntToDoubleFunction;
import passby.infra.store.TableScaling;

/**
 * Provisioned capacity of a table that follows what is used, minute by minute, as AWS describes target tracking: more after two
 * minutes beyond the target, less after fifteen minutes a fifth of everything below it, four times a day and once an hour besides; what
 * a table does not use of five minutes may be used at once.
 *
 * @param used of what was provisioned, over the day
 * @param refused of what was asked for
 */
record FollowedCapacity(double used, double refused) {
    private static final int DAY = 24 * 60;
    private static final int MINUTES_BEYOND = 2;
    private static final int MINUTES_BELOW = 15;
    private static final double BELOW = 0.2;
    private static final int DECREASES_A_DAY = 4;
    private static final int BURST_MINUTES = 5;
    private static final double TARGET = TableScaling.TARGET_PERCENT / 100.0;

    /** The second of two equal days: the first one begins with what a busy hour needs. */
    static FollowedCapacity of(IntToDoubleFunction unitsAtMinute) {
        var table = new Table();
        for (var minute = 0; minute < DAY; minute++) {
            table.take(minute, unitsAtMinute.applyAsDouble(minute));
        }
        table.forget();
        for (var minute = DAY; minute < 2 * DAY; minute++) {
            table.take(minute, unitsAtMinute.applyAsDouble(minute - DAY));
        }
        return new FollowedCapacity(table.taken / table.provisioned, table.refused / (table.taken + table.refused));
    }

    /** The day of docs/scale.md: a minute's reads in its middle. */
    static FollowedCapacity ofTheUsualDay() {
        return of(minute -> Day.times(minute * 60 + 30));
    }

    private static final class Table {
        private double capacity = Day.times(17 * 3_600 + 1_800) / TARGET;
        private double saved;
        private int beyond;
        private int below;
        private int decreasesLeft = DECREASES_A_DAY;
        private int lastDecrease = -DAY;
        private double taken;
        private double refused;
        private double provisioned;

        void take(int minute, double wanted) {
            if (minute % DAY == 0) {
                decreasesLeft = DECREASES_A_DAY;
            }
            var now = Math.min(wanted, capacity + saved);
            saved = Math.min(BURST_MINUTES * capacity, saved + capacity - now);
            taken += now;
            refused += wanted - now;
            provisioned += capacity;
            beyond = now > TARGET * capacity ? beyond + 1 : 0;
            below = now < (TARGET - BELOW) * capacity ? below + 1 : 0;
            if (beyond >= MINUTES_BEYOND) {
                follow(now);
            } else if (below >= MINUTES_BELOW && mayDecrease(minute)) {
                lastDecrease = minute;
                follow(now);
            }
        }

        private boolean mayDecrease(int minute) {
            if (minute - lastDecrease >= 60) {
                return true;
            }
            if (decreasesLeft == 0) {
                return false;
            }
            decreasesLeft--;
            return true;
        }

        private void follow(double now) {
            capacity = now / TARGET;
            beyond = 0;
            below = 0;
        }

        void forget() {
            taken = 0;
            refused = 0;
            provisioned = 0;
        }
    }
}
