package passby.core.redate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.core.retention.Clocks;

/**
 * By which clocks everything stored is dated.
 *
 * @param revision moves on at every write
 * @param dated no stored row is dated later than these clocks allow, once {@code job} is null
 * @param settledAt from when no row has a date that only a shorter clock hides: a job dates rows a few minutes ahead
 * @param job the pass that is on its way, or null
 */
public record Dating(
        long revision,
        Clocks dated,
        Instant settledAt,
        @Nullable RedateJob job) {
    /**
     * Whether every shortening up to these clocks is applied to what is stored: only then may anything be loosened, or what
     * was hidden would be shown again.
     */
    public boolean isSettled(Clocks inForce, Instant now) {
        return job == null && !inForce.isShorterInPart(dated) && !now.isBefore(settledAt);
    }
}
