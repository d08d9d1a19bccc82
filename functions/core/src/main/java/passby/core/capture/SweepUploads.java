package passby.core.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.ledger.Watermarks;
import passby.core.policy.CachedPolicy;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;

/**
 * Deletes uploads that nobody processed in time. Runs every minute, goes through the minutes in which URLs were issued from
 * where it stopped last, and lists only the minutes that fall due. Once an hour, and whenever many minutes fall due at once, it
 * lists the whole bucket instead, and so finds a slow upload that ended after its minute was swept.
 */
public final class SweepUploads {
    public static final String WATERMARK = "sweep-uploads";

    /** From here on sixteen long lists cost less than sixteen short ones for each minute. */
    private static final Duration MANY = Duration.ofHours(1);

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
        var effective = policy.current();
        var issuedBefore = now.minus(effective.timing().sweepAfter());
        var begun = watermarks.find(WATERMARK).map(minute -> minute.truncatedTo(ChronoUnit.MINUTES));
        var due = issuedBefore.truncatedTo(ChronoUnit.MINUTES);
        var swept = begun.isEmpty() || isLong(begun.get(), due)
                ? sweepAll(due, issuedBefore)
                : sweepMinutes(begun.get(), issuedBefore);
        if (swept > 0) {
            counters.add(expired(effective), swept, now);
        }
        return swept;
    }

    /** What expires while capture is switched off is told apart: nobody failed to process it. */
    private static Count expired(EffectivePolicy effective) {
        return effective.capture() == CaptureSwitch.OFF ? Count.FRAME_EXPIRED_SWITCHED_OFF : Count.FRAME_SWEPT;
    }

    /** How long ago the first minute fell due whose uploads are not swept; below two minutes when nothing is late. */
    public Duration lag() {
        var due = clock.instant().minus(policy.current().timing().sweepAfter());
        var swept = watermarks.find(WATERMARK).orElse(due);
        return swept.isBefore(due) ? Duration.between(swept, due) : Duration.ZERO;
    }

    /** Also where a full hour falls due. */
    private static boolean isLong(Instant begun, Instant due) {
        return Duration.between(begun, due).compareTo(MANY) > 0
                || begun.truncatedTo(ChronoUnit.HOURS).isBefore(due.truncatedTo(ChronoUnit.HOURS));
    }

    private int sweepAll(Instant due, Instant issuedBefore) {
        var swept = UploadKey.prefixes().stream()
                .mapToInt(prefix -> sweep(prefix, issuedBefore))
                .sum();
        watermarks.advance(WATERMARK, due);
        return swept;
    }

    /** A minute that is not over for all its URLs is listed again: the id of each tells when exactly it was issued. */
    private int sweepMinutes(Instant begun, Instant issuedBefore) {
        var swept = 0;
        var minute = begun;
        while (!minute.isAfter(issuedBefore)) {
            for (var prefix : UploadKey.prefixes(minute)) {
                swept += sweep(prefix, issuedBefore);
            }
            minute = minute.plus(Duration.ofMinutes(1));
            if (!minute.isAfter(issuedBefore)) {
                watermarks.advance(WATERMARK, minute);
            }
        }
        return swept;
    }

    private int sweep(String prefix, Instant issuedBefore) {
        var swept = 0;
        for (var key : uploads.list(prefix)) {
            if (UploadKey.parse(key)
                    .filter(upload -> upload.isIssuedAfter(issuedBefore))
                    .isEmpty()) {
                uploads.delete(key);
                swept++;
            }
        }
        return swept;
    }
}
