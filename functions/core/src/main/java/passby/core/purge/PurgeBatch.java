package passby.core.purge;

import java.time.Instant;
import java.util.List;

/**
 * The rows that one receipt is about. It is stored before the first of them is deleted, so that a worker which takes over
 * from a killed one neither forgets a row nor counts one twice.
 *
 * @param batchId a ULID
 * @param begunAt when it was stored
 * @param rows all of them marked
 */
public record PurgeBatch(String batchId, Instant begunAt, List<Doomed> rows) {
    public PurgeBatch {
        rows = List.copyOf(rows);
    }
}
