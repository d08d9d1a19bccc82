package passby.core.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.ledger.Watermarks;
import passby.core.policy.CachedPolicy;

/**
 * Deletes uploads that nobody processed in time. Runs every minute, goes through the minutes in which URLs were issued from
 * where it stopped last, and lists only the minutes that fall due.
 */
public final class SweepUploads {
    public static final String WATERMARK = "sweep-uploads";

    /** The longest that a minute may be due late: what the sweeper looks back on its first run. */
    private static final Duration LOOK_BACK = Duration.ofHours(2);

    private static final int MAX_MINUTES_A_RUN = 240;

    private final CachedPolicy policy;
    private final Uploads uploads;
    private final Watermarks watermarks;
    private final Counters counters;
    private final Clock clock;

    public SweepUploads(CachedPolicy policy, Uploads uploads, Watermarks watermarks, Counters counters, Clock clock) {
        this.policy = policy;
        this.uploads = uploads;
        this.watermarks = watermarks;
        this.counters = counters;
        this.clock = clock;
    }

    /** @return how many uploads were swept */
    public int handle() {
        var now = clock.instant();
        var issuedBefore = now.minus(policy.current().timing().sweepAfter());
        var minute = watermarks.find(WATERMARK).orElse(now.minus(LOOK_BACK)).truncatedTo(ChronoUnit.MINUTES);
        var swept = 0;
        for (var done = 0; done < MAX_MINUTES_A_RUN && !minute.isAfter(issuedBefore); done++) {
            swept += sweep(minute, issuedBefore);
            minute = minute.plus(Duration.ofMinutes(1));
            if (!minute.isAfter(issuedBefore)) {
                watermarks.advance(WATERMARK, minute);
            }
        }
        if (swept > 0) {
            counters.add(Count.FRAME_SWEPT, swept, now);
        }
        return swept;
    }

    /** How long ago the first minute fell due whose uploads are not swept; below two minutes when nothing is late. */
    public Duration lag() {
        var due = clock.instant().minus(policy.current().timing().sweepAfter());
        var swept = watermarks.find(WATERMARK).orElse(due);
        return swept.isBefore(due) ? Duration.between(swept, due) : Duration.ZERO;
    }

    /** A minute that is not over for all its URLs is listed again: the id of each tells when exactly it was issued. */
    private int sweep(Instant minute, Instant issuedBefore) {
        var swept = 0;
        for (var prefix : UploadKey.prefixes(minute)) {
            for (var key : uploads.list(prefix)) {
                if (UploadKey.parse(key)
                        .filter(upload -> upload.isIssuedAfter(issuedBefore))
                        .isEmpty()) {
                    uploads.delete(key);
                    swept++;
                }
            }
        }
        return swept;
    }
}
