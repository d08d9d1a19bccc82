package passby.core.capture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.id.Digests;
import passby.core.id.Ulids;

/**
 * The object key of an upload: {@code u/<hex digit>/<yyyyMMddHHmm>/<cameraId>/<uploadId>.jpg}, and {@code .json} at its end for
 * a read that the camera made itself. No URL is ever signed for such a key, so that no picture passes for a read. The hex digit comes from the
 * id's hash and spreads the load; the minute is that of the URL's issue by our clock, and what the sweeper goes by.
 *
 * @param issued the minute in which the URL was issued
 * @param cameraId whose URL it was
 * @param uploadId a ULID
 * @param kind of the object
 */
public record UploadKey(Instant issued, String cameraId, String uploadId, Kind kind) {
    /** What lies at the key. */
    public enum Kind {
        /** A picture, which the city reads. */
        FRAME("jpg"),
        /** A read without a picture, which the camera made. */
        READ("json");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        private static Kind ofEnding(String ending) {
            return ending.equals(READ.ending) ? READ : FRAME;
        }
    }

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm")
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern FORM = Pattern.compile(
            "u/([0-9a-f])/([0-9]{12})/(" + Camera.ID.pattern() + ")/([0-7][0-9A-HJKMNP-TV-Z]{25})\\.(jpg|json)");

    public UploadKey {
        issued = issued.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Of a frame. */
    public UploadKey(Instant issued, String cameraId, String uploadId) {
        this(issued, cameraId, uploadId, Kind.FRAME);
    }

    public String format() {
        return prefix(shard(uploadId), issued) + cameraId + "/" + uploadId + "." + kind.ending;
    }

    /** Empty for any other object: a key that we did not make is nobody's upload. */
    public static Optional<UploadKey> parse(String key) {
        var match = FORM.matcher(key);
        if (!match.matches() || shard(match.group(4)) != match.group(1).charAt(0)) {
            return Optional.empty();
        }
        try {
            var issued = MINUTE.parse(match.group(2), Instant::from);
            return Optional.of(new UploadKey(issued, match.group(3), match.group(4), Kind.ofEnding(match.group(5))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** By the time in the id, which is exact where the key's minute is not. */
    public boolean isIssuedAfter(Instant instant) {
        return Ulids.timeOf(uploadId).isAfter(instant);
    }

    /** The 16 prefixes under which every upload lies. */
    public static List<String> prefixes() {
        return prefixesOf("");
    }

    /** The 16 prefixes under which everything issued in that minute lies. */
    public static List<String> prefixes(Instant minute) {
        return prefixesOf(MINUTE.format(minute) + "/");
    }

    private static List<String> prefixesOf(String rest) {
        var prefixes = new ArrayList<String>();
        for (var digit = 0; digit < 16; digit++) {
            prefixes.add("u/" + Character.forDigit(digit, 16) + "/" + rest);
        }
        return prefixes;
    }

    private static String prefix(char shard, Instant minute) {
        return "u/" + shard + "/" + MINUTE.format(minute) + "/";
    }

    private static char shard(String uploadId) {
        return HexFormat.of().formatHex(Digests.sha256(Digests.utf8(uploadId))).charAt(0);
    }
}
