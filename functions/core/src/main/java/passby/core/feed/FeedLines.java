package passby.core.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a feed, one at a time, in memory that does not depend on the file: a line of a gigabyte costs no more than
 * one of 8 KiB. Takes LF, CRLF and CR; drops a UTF-8 byte order mark; reads bytes as ISO 8859-1, which never fails, because
 * everything that is kept of a row is ASCII. Not thread-safe.
 */
public final class FeedLines {
    /** Bytes; the longest known layouts have rows of a few hundred. */
    public static final int MAX_LINE = 8 << 10;

    private static final int BUFFER = 64 << 10;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /**
     * One line of a file.
     *
     * @param number from 1
     * @param text without its end; only the first {@link #MAX_LINE} bytes of a longer line
     * @param tooLong whether the line was longer
     */
    public record Line(long number, String text, boolean tooLong) {}

    private final InputStream bytes;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line = new byte[MAX_LINE];
    private int position;
    private int limit;
    private long number;
    private boolean afterCarriageReturn;

    public FeedLines(InputStream bytes) {
        this.bytes = bytes;
    }

    /**
     * @return empty at the end of the file
     * @throws UncheckedIOException when the file cannot be read
     */
    public Optional<Line> next() {
        var length = 0;
        var tooLong = false;
        var any = false;
        for (var next = read(); next >= 0; next = read()) {
            if (next == '\n' && afterCarriageReturn && !any) {
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = next == '\r';
            if (next == '\n' || next == '\r') {
                return Optional.of(line(length, tooLong));
            }
            any = true;
            if (length < MAX_LINE) {
                line[length++] = (byte) next;
            } else {
                tooLong = true;
                skipToLineEnd();
            }
        }
        return any ? Optional.of(line(length, tooLong)) : Optional.empty();
    }

    /** What is too long is not copied, only searched for its end. */
    private void skipToLineEnd() {
        while (position < limit && buffer[position] != '\n' && buffer[position] != '\r') {
            position++;
        }
    }

    private Line line(int length, boolean tooLong) {
        number++;
        var start = number == 1 && startsWithByteOrderMark(length) ? BYTE_ORDER_MARK.length : 0;
        return new Line(number, new String(line, start, length - start, StandardCharsets.ISO_8859_1), tooLong);
    }

    private boolean startsWithByteOrderMark(int length) {
        return length >= BYTE_ORDER_MARK.length
                && line[0] == BYTE_ORDER_MARK[0]
                && line[1] == BYTE_ORDER_MARK[1]
                && line[2] == BYTE_ORDER_MARK[2];
    }

    private int read() {
        if (position == limit) {
            position = 0;
            limit = fill();
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    private int fill() {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
