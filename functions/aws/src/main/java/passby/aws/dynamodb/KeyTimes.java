package passby.aws.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as they stand in keys: UTC, of one length for the years 0000 to 9999, so that text order is time order. */
public final class KeyTimes {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

    private KeyTimes() {}

    /** 24 characters, such as {@code 2026-11-23T12:00:00.000Z}; what is finer than a millisecond is cut off. */
    public static String millis(Instant instant) {
        return MILLIS.format(instant);
    }

    /** The first millisecond that is not before the instant: the upper bound of a window that excludes its end. */
    public static String millisNotBefore(Instant instant) {
        var cut = instant.truncatedTo(ChronoUnit.MILLIS);
        return millis(cut.equals(instant) ? cut : cut.plusMillis(1));
    }

    /** Such as {@code 2026-11-23T12:00Z}. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** Such as {@code 2026-11-23T12Z}. */
    public static String hour(Instant instant) {
        return HOUR.format(instant);
    }

    /** Such as {@code 20261123}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }
}
