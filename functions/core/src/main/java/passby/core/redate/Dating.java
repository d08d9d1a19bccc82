package passby.core.redate;

import org.jspecify.annotations.Nullable;
import passby.core.retention.Clocks;

/**
 * By which clocks everything stored is dated.
 *
 * @param revision moves on at every write
 * @param dated no stored row is dated later than these clocks allow, once {@code job} is null
 * @param job the pass that is on its way, or null
 */
public record Dating(long revision, Clocks dated, @Nullable RedateJob job) {
    /** Whether every shortening up to these clocks is applied to what is stored: only then may anything be loosened. */
    public boolean isSettled(Clocks inForce) {
        return job == null && !inForce.isShorterInPart(dated);
    }
}
