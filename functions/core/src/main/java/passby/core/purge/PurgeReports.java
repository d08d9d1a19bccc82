package passby.core.purge;

import java.util.Optional;

/** The report of the last run of the purge. Not a change of the city: it stands outside transactions and entries. */
public interface PurgeReports {
    /** Replaces the report of an earlier run. */
    void put(PurgeReport report);

    /** Read strongly; empty before the first run. */
    Optional<PurgeReport> find();
}
