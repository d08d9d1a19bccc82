package passby.core.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The right to write one list, kept alive while the work goes on. Not thread-safe. */
final class Lease {
    /** Long enough for the slowest batch, short enough that a dead import is resumed soon. */
    static final Duration LIFE = Duration.ofMinutes(5);

    /** So often whoever waits for the import sees how far it is. */
    private static final Duration RENEW_AFTER = Duration.ofSeconds(10);

    private final Lists lists;
    private final Clock clock;
    private final String source;
    private final String leaseId;
    private final Instant until;
    private Instant renewAt;

    /** @param until when the run must have stopped */
    Lease(Lists lists, Clock clock, String source, String leaseId, Instant until) {
        this.lists = lists;
        this.clock = clock;
        this.source = source;
        this.leaseId = leaseId;
        this.until = until;
        this.renewAt = clock.instant().plus(RENEW_AFTER);
    }

    /**
     * Before each batch.
     *
     * @param written how many rows are certainly written
     * @throws LeaseLost when another run took over
     * @throws ImportPaused when the run is over; the lease is given back
     */
    void keep(long written) {
        var now = clock.instant();
        var isOver = !now.isBefore(until);
        if (isOver || !now.isBefore(renewAt)) {
            if (!lists.renew(source, leaseId, isOver ? now : now.plus(LIFE), written)) {
                throw new LeaseLost();
            }
            renewAt = now.plus(RENEW_AFTER);
        }
        if (isOver) {
            throw new ImportPaused(written);
        }
    }
}
