package passby.core.balance;

import java.util.Map;
import passby.core.retention.Cohort;

/** The tallies of every cohort. They are written together with the entries that they stand on, by other ports. */
public interface Tallies {
    /** Every cohort that is not closed, read strongly. */
    Map<Cohort, Tally> all();

    /** Forgets a cohort of which nothing is left, and whose last balance is in the archive. */
    void close(Cohort cohort);
}
