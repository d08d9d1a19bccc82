package passby.core.search;

import java.time.Instant;

/** How often somebody may do something in an hour. Not a change: it stands outside transactions. */
public interface Limits {
    /** Counts one more use in the hour that holds the instant, and says whether it was within the bound. */
    boolean use(String subject, Instant at, int perHour);
}
