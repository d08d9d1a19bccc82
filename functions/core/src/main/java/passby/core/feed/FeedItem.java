package passby.core.feed;

import org.jspecify.annotations.Nullable;

/** What one line of a feed is. */
public sealed interface FeedItem {
    /** @param line its number in the file, from 1 */
    record Row(long line, FeedRow row) implements FeedItem {}

    /** @param fileCode the code for which the city refuses the row, or null when it is refused for something else */
    record Rejected(
            long line, RowRejection reason, @Nullable FileCode fileCode) implements FeedItem {}

    /** A header, a footer, a blank line or a calibration record: neither a row nor an error. */
    record Skipped(long line) implements FeedItem {}
}
