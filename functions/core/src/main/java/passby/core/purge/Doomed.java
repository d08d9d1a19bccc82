package passby.core.purge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.retention.Cohort;

/**
 * A marked row, with what its receipt tells of it.
 *
 * @param row the row
 * @param cohort of a read, or null for rows that no balance counts
 * @param leaf the admission leaf of a frame, 64 hexadecimal digits, or null
 * @param pictures keys of the pictures that go before the row does
 */
public record Doomed(
        DueRow row, @Nullable Cohort cohort, @Nullable String leaf, List<String> pictures) {
    public Doomed {
        pictures = List.copyOf(pictures);
    }
}
