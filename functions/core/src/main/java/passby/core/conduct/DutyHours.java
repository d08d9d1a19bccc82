package passby.core.conduct;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When a person is on duty, as the Program Manager entered it.
 *
 * @param timeZone in which the weekly shifts are meant
 * @param weekly what comes back every week
 * @param extra single shifts beside them: swaps, overtime, court
 * @param until after which nothing is known of the person's hours
 */
public record DutyHours(String personId, ZoneId timeZone, List<Shift> weekly, List<Extra> extra, Instant until) {
    /** Work before and after a shift that is no reason to ask. */
    static final Duration GRACE = Duration.ofHours(1);

    public DutyHours {
        weekly = List.copyOf(weekly);
        extra = List.copyOf(extra);
    }

    /** @param length of at most 24 hours; it may end on the next day */
    public record Shift(DayOfWeek day, LocalTime from, Duration length) {
        /** The shift that began on the last such day, or today. */
        private boolean covers(ZonedDateTime at) {
            var back = Math.floorMod(at.getDayOfWeek().getValue() - day.getValue(), 7);
            var start = at.toLocalDate().minusDays(back).atTime(from).atZone(at.getZone());
            return isWithin(at.toInstant(), start.toInstant(), length)
                    || isWithin(at.toInstant(), start.plusDays(7).toInstant(), length)
                    || isWithin(at.toInstant(), start.minusDays(7).toInstant(), length);
        }
    }

    /** One shift. */
    public record Extra(Instant from, Instant to) {}

    /** Whether the person was on duty then, an hour before and after included. */
    public boolean covers(Instant at) {
        var local = at.atZone(timeZone);
        return weekly.stream().anyMatch(shift -> shift.covers(local))
                || extra.stream()
                        .anyMatch(shift -> isWithin(at, shift.from(), Duration.between(shift.from(), shift.to())));
    }

    private static boolean isWithin(Instant at, Instant start, Duration length) {
        return !at.isBefore(start.minus(GRACE))
                && at.isBefore(start.plus(length).plus(GRACE));
    }
}
