package passby.core.purge;

import java.time.Instant;
import java.util.List;

/** What came of marking a due row. */
public sealed interface Marking {
    /** The row is to be deleted. Where it could be held or revived, it is marked, now or by an earlier run. */
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

    /** A plate that was read again since: it has its next date, and stays. */
    record Moved() implements Marking {}

    /** The row is gone, held, or has another date by now: nothing is to be done. */
    record Passed() implements Marking {}
}
