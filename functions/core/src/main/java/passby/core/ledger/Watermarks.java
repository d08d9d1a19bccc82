package passby.core.ledger;

import java.time.Instant;
import java.util.Optional;

/** How far the jobs that run every minute have come. Moves forward only: two runs at once cannot set a job back. */
public interface Watermarks {
    Optional<Instant> find(String job);

    /** Does nothing when the job is as far already. */
    void advance(String job, Instant to);

    /** Advances and enters together; a conflict, and no entry, when the job is as far already. */
    Commit advance(String job, Instant to, Entry entry);
}
