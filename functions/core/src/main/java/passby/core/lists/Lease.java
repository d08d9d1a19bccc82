package passby.core.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The right to write one list, kept alive while the work goes on. Not thread-safe. */
final class Lease {
    /** Long enough for the slowest batch, short enough that a dead import is resumed soon. */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final Duration RENEW_AFTER = Duration.ofMinutes(1);

    private final Lists lists;
    private final Clock clock;
    private final String source;
    private final String leaseId;
    private Instant renewAt;

    Lease(Lists lists, Clock clock, String source, String leaseId) {
        this.lists = lists;
        this.clock = clock;
        this.source = source;
        this.leaseId = leaseId;
        this.renewAt = clock.instant().plus(RENEW_AFTER);
    }

    /**
     * Before each batch.
     *
     * @param written how many rows are certainly written
     * @throws LeaseLost when another run took over
     */
    void keep(long written) {
        var now = clock.instant();
        if (!now.isBefore(renewAt)) {
            if (!lists.renew(source, leaseId, now.plus(LIFE), written)) {
                throw new LeaseLost();
            }
            renewAt = now.plus(RENEW_AFTER);
        }
    }
}
