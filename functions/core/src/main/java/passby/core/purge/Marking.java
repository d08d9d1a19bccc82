package passby.core.purge;

import java.time.Instant;
import java.util.List;

/** What came of marking a due row. */
public sealed interface Marking {
    /** The row is marked, now or by an earlier run. Nobody can hold it any more. */
    record Marked(Doomed doomed) implements Marking {}

    /**
     * Only the row's pictures are due: image retention is shorter than that of the read. The row is not marked.
     *
     * @param rowDueAt when the row itself is due
     */
    record PicturesDue(DueRow row, List<String> pictures, Instant rowDueAt) implements Marking {
        public PicturesDue {
            pictures = List.copyOf(pictures);
        }
    }

    /** The row is gone, held, or has another date by now: nothing is to be done. */
    record Passed() implements Marking {}
}
