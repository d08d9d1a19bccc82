package passby.local.bridge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a body of {@code multipart/form-data}, as makers send a message and its picture side by side. Only what they need
 * is understood: parts one after the other, each with a name. (RFC 7578, RFC 2046)
 */
final class Multipart {
    /** A message, its picture, and what a maker may add. */
    static final int MOST_PARTS = 8;

    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;.*boundary=\"?([A-Za-z0-9'()+_,./:=?-]{1,70})\"?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("(?is).*content-disposition:[^\\n]*[; ]name=\"([^\"]{1,40})\".*");

    /** @param name in lower case */
    record Part(String name, ByteBuffer content) {
        byte[] bytes() {
            var bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }
    }

    private Multipart() {}

    /** The boundary of such a body; empty for another type. */
    static Optional<String> boundary(String contentType) {
        var match = BOUNDARY.matcher(contentType);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** @throws Webhook.Malformed for a body that is cut off, or has parts without a name, or too many */
    static List<Part> parse(byte[] body, String boundary) {
        var delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        var first = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        var parts = new ArrayList<Part>();
        var at = indexOf(body, first, 0) + first.length;
        if (at < first.length) {
            throw new Webhook.Malformed("The body has no parts.");
        }
        while (!isEnd(body, at)) {
            var end = indexOf(body, delimiter, at);
            if (end < 0 || parts.size() == MOST_PARTS) {
                throw new Webhook.Malformed("The body is cut off, or has more than " + MOST_PARTS + " parts.");
            }
            parts.add(part(body, at, end));
            at = end + delimiter.length;
        }
        return parts;
    }

    private static boolean isEnd(byte[] body, int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private static Part part(byte[] body, int from, int to) {
        var blank = indexOf(body, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), from);
        if (blank < 0 || blank > to) {
            throw new Webhook.Malformed("A part has no headers.");
        }
        var headers = new String(body, from, blank - from, StandardCharsets.ISO_8859_1);
        var name = NAME.matcher(headers);
        if (!name.matches()) {
            throw new Webhook.Malformed("A part has no name.");
        }
        var start = blank + 4;
        var content = ByteBuffer.wrap(body, start, Math.max(0, to - start)).slice();
        return new Part(name.group(1).toLowerCase(Locale.ROOT), content);
    }

    private static int indexOf(byte[] body, byte[] sought, int from) {
        for (var at = from; at <= body.length - sought.length; at++) {
            var same = 0;
            while (same < sought.length && body[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return at;
            }
        }
        return -1;
    }
}
