package passby.core.disclosure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A week of ISO 8601 in UTC, such as {@code 2026-W48}.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) implements Comparable<Week> {
    private static final Pattern CODE = Pattern.compile("20[0-9]{2}-W[0-9]{2}");

    /** The week in which the instant lies. */
    public static Week of(Instant instant) {
        var day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        return new Week(day.minusDays(day.getDayOfWeek().getValue() - 1L));
    }

    /** Empty for a text that names no week. */
    public static Optional<Week> parse(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Week(LocalDate.parse(code + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public String code() {
        return String.format(
                "%04d-W%02d", monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public Instant start() {
        return monday.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The first instant that is not in it. */
    public Instant end() {
        return next().start();
    }

    public Week next() {
        return new Week(monday.plus(1, ChronoUnit.WEEKS));
    }

    public Week previous() {
        return new Week(monday.minus(1, ChronoUnit.WEEKS));
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }
}
