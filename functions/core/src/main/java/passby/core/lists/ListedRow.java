package passby.core.lists;

import java.time.Instant;
import passby.core.feed.FeedRow;
import passby.core.plate.PlateKey;

/**
 * An entry to store: invisible until its version is the active one.
 *
 * @param recordId names the record inside its source, without its number
 * @param plateKey under which it is found
 * @param fromVersion the version that writes it
 * @param received when its file came
 * @param row what is kept of the row
 */
public record ListedRow(String recordId, PlateKey plateKey, int fromVersion, Instant received, FeedRow row) {}
