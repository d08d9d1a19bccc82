package passby.core.redate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.purge.RowKind;

/** Every store whose rows are dated by a clock of the policy. */
public interface DatedRows {
    /** Each kind is walked in so many segments. */
    int SEGMENTS = 8;

    /**
     * @param next where the next page begins, or null at the end of the segment
     */
    record Page(List<DatedRow> rows, @Nullable String next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** A date that moves forward in time. Only a row that still has the dates of {@code before} gets those of {@code after}. */
    record Change(DatedRow before, DatedRow after) {}

    /** Rows of the segment in no particular order. A row that is stored meanwhile may be missing. */
    Page page(RowKind kind, int segment, @Nullable String after);

    /** @return how many rows were changed; the others are gone, marked by the purge, or have other dates by now */
    int change(List<Change> changes);
}
