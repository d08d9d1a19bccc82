package passby.core.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.core.hotlist.Category;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.VehicleDescription;
import passby.core.plate.Plate;

/**
 * Everything that is kept of one row of a feed.
 *
 * @param recordNumber the source's own, or the values that stand for one; secret like a plate, because it may contain one
 * @param plate as the source writes it
 * @param state that issued it, or an explicit unknown
 * @param category under which it alerts
 * @param fileCode the NCIC file it comes from, or null when the source knows none
 * @param caseNumber of the agency, or empty
 * @param ori of the agency that entered it, or empty
 * @param recorded the beginning (UTC) of the day on which it was entered, or null
 * @param expires when the source wants it gone, or null
 * @param vehicle as described
 */
public record FeedRow(
        String recordNumber,
        Plate plate,
        ListedState state,
        Category category,
        @Nullable FileCode fileCode,
        String caseNumber,
        String ori,
        @Nullable Instant recorded,
        @Nullable Instant expires,
        VehicleDescription vehicle) {
    @Override
    public String toString() {
        return "FeedRow[" + category + "]";
    }
}
