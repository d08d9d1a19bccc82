package passby.core.redate;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import passby.core.retention.Clocks;

/**
 * One pass over everything that is stored.
 *
 * @param jobId a ULID
 * @param target the clocks that rows get
 * @param begunAt when it was begun
 * @param entryId the ledger entry that tells of its beginning
 * @param places how far each segment has come, by {@code <kind>#<segment>}; {@link #DONE} where it is at its end
 * @param changed rows that have an earlier date by now
 */
public record RedateJob(
        String jobId, Clocks target, Instant begunAt, String entryId, Map<String, String> places, long changed) {
    public static final String DONE = "done";

    public RedateJob {
        places = Map.copyOf(places);
    }

    boolean isDone(String segment) {
        return DONE.equals(places.get(segment));
    }

    RedateJob at(Map<String, String> reached, long more) {
        var all = new HashMap<>(places);
        all.putAll(reached);
        return new RedateJob(jobId, target, begunAt, entryId, all, changed + more);
    }
}
