package passby.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** Resets that were asked for, kept for good: they name no plate, and are the record of who opened whose account. */
public interface FactorResets {
    Optional<FactorReset> find(String requestId);

    /** Those asked for on the day in UTC that holds the instant, the oldest first. */
    List<FactorReset> askedOn(Instant day);

    Commit add(FactorReset reset, Entry entry);

    /** A conflict when the stored one is not the revision before. */
    Commit revise(FactorReset revised, Entry entry);
}
