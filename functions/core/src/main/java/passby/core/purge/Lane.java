package passby.core.purge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of all rows, and the worker that deletes them at the moment.
 *
 * @param number 0 upwards
 * @param worker who has claimed it
 * @param claimedUntil when the claim ends unless it is renewed
 * @param revision moves on at every write
 * @param batch the rows that are being deleted, or null between batches
 */
public record Lane(
        int number,
        String worker,
        Instant claimedUntil,
        long revision,
        @Nullable PurgeBatch batch) {
    Lane with(@Nullable PurgeBatch other, Instant until) {
        return new Lane(number, worker, until, revision + 1, other);
    }
}
