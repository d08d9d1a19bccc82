package passby.core.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of each day in which an officer is off duty. They may cross midnight; a beginning that is the end too means the
 * whole day. Where a clock is put forward or back, the time that the wall clock shows counts.
 *
 * @param from the first quiet minute
 * @param to the first minute that is not quiet any more
 * @param timeZone in which both are meant
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId timeZone) {
    public boolean cover(Instant now) {
        var time = now.atZone(timeZone).toLocalTime();
        var begun = !time.isBefore(from);
        var notOver = time.isBefore(to);
        return from.isBefore(to) ? begun && notOver : begun || notOver;
    }

    /** The first moment from that one on that is not quiet; of a whole day that is quiet, its end. */
    public Instant over(Instant now) {
        if (!cover(now)) {
            return now;
        }
        var here = now.atZone(timeZone);
        var end = here.with(to);
        return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
    }
}
