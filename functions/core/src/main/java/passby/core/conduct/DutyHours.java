package passby.core.conduct;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a person is on duty, as the Program Manager entered it.
 *
 * @param timeZone in which the weekly shifts are meant
 * @param weekly what comes back every week
 * @param extra single shifts beside them: swaps, overtime, court
 * @param away of the weekly shifts what somebody else took over
 * @param until after which nothing is known of the person's hours
 */
public record DutyHours(
        String personId, ZoneId timeZone, List<Shift> weekly, List<Extra> extra, List<Extra> away, Instant until) {
    /** Swaps and the like that are remembered; older ones than anybody judges are forgotten first. */
    static final int MOST_EXTRA = 60;

    /** Work before and after a shift that is no reason to ask. */
    static final Duration GRACE = Duration.ofHours(1);

    public DutyHours {
        weekly = List.copyOf(weekly);
        extra = List.copyOf(extra);
        away = List.copyOf(away);
    }

    /** As they are entered: nobody took anything over yet. */
    public DutyHours(String personId, ZoneId timeZone, List<Shift> weekly, List<Extra> extra, Instant until) {
        this(personId, timeZone, weekly, extra, List.of(), until);
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
        var regular = weekly.stream().anyMatch(shift -> shift.covers(local))
                && away.stream().noneMatch(shift -> !at.isBefore(shift.from()) && at.isBefore(shift.to()));
        return regular
                || extra.stream()
                        .anyMatch(shift -> isWithin(at, shift.from(), Duration.between(shift.from(), shift.to())));
    }

    /** Whether they are known to be on duty then, or known not to be; empty when nothing is known. */
    public Optional<Boolean> knownAt(Instant at) {
        return at.isBefore(until) ? Optional.of(covers(at)) : Optional.empty();
    }

    /** The same hours, of which somebody else takes these. */
    DutyHours without(Extra given, Instant now) {
        return new DutyHours(personId, timeZone, weekly, extra, remembered(away, given, now), until);
    }

    /** The same hours and these, taken over from somebody else. */
    DutyHours with(Extra taken, Instant now) {
        return new DutyHours(personId, timeZone, weekly, remembered(extra, taken, now), away, until);
    }

    private static List<Extra> remembered(List<Extra> before, Extra another, Instant now) {
        var since = now.minus(Acts.KEPT);
        return Stream.concat(before.stream().filter(shift -> shift.to().isAfter(since)), Stream.of(another))
                .toList();
    }

    boolean isFull(Instant now) {
        return Stream.of(extra, away)
                .anyMatch(all -> all.stream()
                                .filter(shift -> shift.to().isAfter(now.minus(Acts.KEPT)))
                                .count()
                        >= MOST_EXTRA);
    }

    private static boolean isWithin(Instant at, Instant start, Duration length) {
        return !at.isBefore(start.minus(GRACE))
                && at.isBefore(start.plus(length).plus(GRACE));
    }
}
