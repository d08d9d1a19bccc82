package passby.core.feed;

import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a feed row by row, never more than a line in memory. The same record number twice is for the reader's caller to
 * find, who has all of them. Not thread-safe.
 */
public final class FeedReader {
    /** Words of a row that tests readers and means no vehicle. */
    static final String CALIBRATION = "LPR CALIBRATION RECORD";

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})\\D*$");

    private final FeedLayout layout;
    private final FeedLines lines;
    private final RowParser parser;
    private final RowParser anyFileCode;
    private List<String> header = List.of();
    private boolean beforeFirstRow = true;
    private OptionalLong stated = OptionalLong.empty();
    private boolean footerSeen;
    private long rows;

    /**
     * @param file closed by the caller
     * @param allowed file codes that the policy of the city allows
     * @param now rows that expired before are rejected
     */
    public FeedReader(FeedLayout layout, InputStream file, Set<FileCode> allowed, Instant now) {
        this.layout = layout;
        this.lines = new FeedLines(file);
        this.parser = new RowParser(layout, allowed, now);
        this.anyFileCode = new RowParser(layout, EnumSet.allOf(FileCode.class), now);
    }

    /** @return empty at the end of the file */
    public Optional<FeedItem> next() {
        return lines.next().map(this::item);
    }

    /**
     * Whether the file ended as its layout says: with its footer, and with as many rows as the footer states. Only meaningful
     * after the last item.
     */
    public boolean isComplete() {
        return layout.footer() == null || (footerSeen && (stated.isEmpty() || stated.getAsLong() == rows));
    }

    private FeedItem item(FeedLines.Line line) {
        if (line.tooLong()) {
            return rejected(line, RowRejection.TOO_LONG);
        }
        var text = line.text();
        if (text.isBlank() || text.contains(CALIBRATION) || isFooter(text)) {
            return new FeedItem.Skipped(line.number());
        }
        if (beforeFirstRow && layout.header() == FeedLayout.Header.REQUIRED) {
            beforeFirstRow = false;
            header = layout.shape().split(text.toLowerCase(Locale.ROOT), Shape.MAX_COLUMNS).stream()
                    .map(String::strip)
                    .toList();
            return new FeedItem.Skipped(line.number());
        }
        return parsed(line, text);
    }

    private FeedItem parsed(FeedLines.Line line, String text) {
        if (beforeFirstRow) {
            beforeFirstRow = false;
            if (layout.header() == FeedLayout.Header.OPTIONAL && !isRow(text)) {
                return new FeedItem.Skipped(line.number());
            }
        }
        rows++;
        return switch (parser.parse(text, header)) {
            case RowParser.Parsed.Good(var row) -> new FeedItem.Row(line.number(), row);
            case RowParser.Parsed.Bad(var reason, var code) -> new FeedItem.Rejected(line.number(), reason, code);
        };
    }

    /** Whatever its file code: a header that begins with N is no refused row. */
    private boolean isRow(String text) {
        return switch (anyFileCode.parse(text, header)) {
            case RowParser.Parsed.Good good -> true;
            case RowParser.Parsed.Bad(var reason, var code) -> !reason.isMalformed();
        };
    }

    private FeedItem rejected(FeedLines.Line line, RowRejection reason) {
        beforeFirstRow = false;
        rows++;
        return new FeedItem.Rejected(line.number(), reason, null);
    }

    private boolean isFooter(String text) {
        var footer = layout.footer();
        if (footer == null || !text.startsWith(footer)) {
            return false;
        }
        footerSeen = true;
        var number = NUMBER.matcher(text);
        stated = number.find() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
        return true;
    }
}
