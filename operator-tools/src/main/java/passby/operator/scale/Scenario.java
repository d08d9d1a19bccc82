package passby.operator.scale;

import java.util.Set;
import passby.operator.cost.Workload;

/**
 * What is simulated.
 *
 * @param workload of the whole city
 * @param hours of traffic, from midnight, 1 to 168
 * @param cells deployments that share the cameras evenly, 1 upwards
 * @param seed of every random choice: the same scenario has the same outcome
 */
record Scenario(Workload workload, int hours, int cells, Set<Fault> faults, long seed) {
    static final int MAX_HOURS = 168;

    private static final int SECONDS_AN_HOUR = 3_600;

    Scenario {
        faults = Set.copyOf(faults);
        if (hours < 1 || hours > MAX_HOURS || cells < 1 || cells > workload.cameras()) {
            throw new IllegalArgumentException("out of bounds: " + hours + " hours, " + cells + " cells");
        }
    }

    int seconds() {
        return hours * SECONDS_AN_HOUR;
    }

    /** Whether the fault lasts at that second. */
    boolean suffers(Fault fault, int second) {
        var begin = seconds() / 2;
        return faults.contains(fault) && second >= begin && second < begin + Fault.SECONDS;
    }

    /** What one cell carries, rounded up: the largest of them. */
    Workload ofOneCell() {
        return new Workload(
                Math.ceilDiv(workload.cameras(), cells),
                workload.readsPerDay(),
                workload.order(),
                workload.nonHitRetention(),
                workload.hitRetention(),
                workload.habits());
    }
}
