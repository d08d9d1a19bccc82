package passby.core.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import passby.core.id.Digests;
import passby.core.retention.RowClock;

/**
 * Where the pictures lie that fall due in one hour: {@code c/<n or h>/<yyyyMMddHH>/}. The purge lists the hours that are over
 * and finds what no row knows of. A picture's key is {@code <folder><hex digit>/<uploadId>-<n>-<kind>-<hash>.jpg}, {@code crops} being the kind; the
 * digit comes from the id's hash and spreads the load, the first 16 digits of the picture's own hash keep two deliveries of
 * one frame apart.
 *
 * @param clock of the read
 * @param hour in which they fall due
 */
public record PictureFolder(RowClock clock, Instant hour) {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuuMMddHH").withZone(ZoneOffset.UTC);

    public PictureFolder {
        hour = hour.truncatedTo(ChronoUnit.HOURS);
    }

    /** What every key in it begins with. */
    public String prefix() {
        return "c/" + clock.code() + "/" + HOUR.format(hour) + "/";
    }

    /** @param sha256 of the picture, 64 hexadecimal digits */
    public String key(String readId, String kind, String sha256) {
        var digit = HexFormat.of()
                .formatHex(Digests.sha256(readId.getBytes(StandardCharsets.UTF_8)))
                .charAt(0);
        return prefix() + digit + "/" + readId + "-" + kind + "-" + sha256.substring(0, 16) + ".jpg";
    }

    /** The upload whose picture it is; empty text for a key that is none of ours. */
    public static String uploadId(String key) {
        var name = key.substring(key.lastIndexOf('/') + 1);
        var dash = name.indexOf('-');
        return dash < 0 ? "" : name.substring(0, dash);
    }
}
