package passby.core.governance;

import java.time.Instant;
import passby.core.retention.Clocks;

/** Whether every shortening of a retention is applied to what is stored. A loosening waits for it. */
public interface SettledRetention {
    /** @param inForce the clocks of the policy in force */
    boolean isSettled(Clocks inForce, Instant now);
}
