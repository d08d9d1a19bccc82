package passby.core.quality;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.CachedPolicy;
import passby.core.policy.ReaderRules;

/**
 * Puts a camera in quarantine whose random sample shows, beyond chance, more misreads than the policy allows: the lower end of the
 * interval is above the limit. Officers' rejections never count here, or one who rejects everything could silence a camera.
 */
public final class QuarantineCameras {
    private static final String ORIGIN = "daily look at the random samples";

    private final CachedPolicy policy;
    private final Cameras cameras;
    private final ReadingCounts counts;
    private final EntryFactory entries;
    private final Clock clock;

    public QuarantineCameras(
            CachedPolicy policy, Cameras cameras, ReadingCounts counts, EntryFactory entries, Clock clock) {
        this.policy = policy;
        this.cameras = cameras;
        this.counts = counts;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * One that somebody changes at the same moment is looked at again tomorrow.
     *
     * @return how many cameras are in quarantine now
     */
    public int handle() {
        var now = clock.instant();
        var all =
                cameras.all().stream().filter(camera -> !camera.isRetired(now)).toList();
        var rules = policy.current().readers();
        var before =
                all.stream().filter(camera -> camera.quarantine().isInForce()).count();
        var begun = all.stream()
                .filter(camera -> !camera.quarantine().isInForce())
                .filter(camera -> isBegun(camera, rules, now))
                .count();
        return (int) (before + begun);
    }

    private boolean isBegun(Camera camera, ReaderRules rules, Instant now) {
        var rate = counts.ofDays(
                        from(camera, now), now.plus(Duration.ofDays(1)).truncatedTo(DAYS), List.of(camera.cameraId()))
                .getOrDefault(camera.cameraId(), JudgedPlates.NONE)
                .rate(Source.SAMPLES);
        return rate.n() >= rules.floor()
                && rate.interval().low() > rules.misreadLimit()
                && begin(camera, rate, now) instanceof Commit.Done;
    }

    /** The day after a quarantine was cleared, if that is later than four weeks ago. */
    private static Instant from(Camera camera, Instant now) {
        var weeks = now.truncatedTo(DAYS).minus(Duration.ofDays(ReadingCounts.DAYS));
        var cleared = camera.quarantine().clearedAt();
        var after = cleared == null ? weeks : cleared.truncatedTo(DAYS).plus(Duration.ofDays(1));
        return after.isAfter(weeks) ? after : weeks;
    }

    private Commit begin(Camera camera, Rate rate, Instant now) {
        var entry = entries.create(
                EntryType.CAMERA_QUARANTINED,
                Outcome.DONE,
                policy.current().hash(),
                Map.of(
                        Field.ACTOR,
                        ORIGIN,
                        Field.CAMERAS,
                        camera.cameraId(),
                        Field.REASON,
                        String.format(
                                Locale.ROOT,
                                "%d of %d sampled plates misread, at least %.1f %%",
                                rate.misread(),
                                rate.n(),
                                rate.interval().low() * 100)));
        return cameras.replace(camera.quarantined(now), entry);
    }
}
