package passby.operator.scale;

import java.util.Set;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;
import passby.operator.cost.Workload;

/** Scenarios for tests. */
final class Cities {
    private Cities() {}

    static Workload workload(int cameras, RecognizerOrder order) {
        return new Workload(cameras, 3_000, order, NonHitRetention.DAYS_7, HitRetention.DAYS_365);
    }

    static Scenario day(int cameras, RecognizerOrder order, long seed, Fault... faults) {
        return new Scenario(workload(cameras, order), 24, 1, Set.of(faults), seed);
    }
}
