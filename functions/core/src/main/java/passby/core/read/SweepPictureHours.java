package passby.core.read;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import passby.core.id.Ulids;
import passby.core.ledger.Watermarks;
import passby.core.picture.Pictures;
import passby.core.policy.CachedPolicy;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.HitRetention;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;

/**
 * Deletes pictures that no row leads to. The purge deletes pictures with their rows; what lies in an hour that is over was
 * left by a store that failed, or by a purge that did. Under a shortened retention pictures lie in folders of later hours,
 * as many hours later as the retention was shortened: those folders are listed too.
 */
public final class SweepPictureHours {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MAX_HOURS_A_RUN = 200;

    private final CachedPolicy policy;
    private final PictureFolders folders;
    private final Pictures pictures;
    private final HeldPictures held;
    private final Watermarks watermarks;
    private final Clock clock;

    public SweepPictureHours(
            CachedPolicy policy,
            PictureFolders folders,
            Pictures pictures,
            HeldPictures held,
            Watermarks watermarks,
            Clock clock) {
        this.policy = policy;
        this.folders = folders;
        this.pictures = pictures;
        this.held = held;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /** @return how many pictures were deleted */
    public int handle() {
        var effective = policy.current();
        return sweep(effective, RetentionClass.NON_HIT) + sweep(effective, RetentionClass.HIT);
    }

    private int sweep(EffectivePolicy effective, RetentionClass retentionClass) {
        var now = clock.instant();
        var current = effective.pictureRetention(retentionClass);
        var swept = 0;
        for (var earlier : retentions()) {
            if (earlier.compareTo(current) >= 0) {
                // A picture stored under the earlier retention at the time that is just over falls due then.
                var over = now.plus(earlier.minus(current)).truncatedTo(ChronoUnit.HOURS);
                swept += sweep(RowClock.of(retentionClass), earlier, over, now.minus(current));
            }
        }
        return swept;
    }

    private int sweep(RowClock clockOf, Duration earlier, Instant over, Instant storedBefore) {
        var job = "sweep-pictures-" + clockOf.code() + "-" + earlier.toDays() + "d";
        var first = watermarks.find(job).orElse(over.minus(HOUR));
        var hour = first;
        var swept = 0;
        for (var hours = 0; hours < MAX_HOURS_A_RUN && hour.isBefore(over); hours++) {
            swept += delete(folders.list(new PictureFolder(clockOf, hour)), storedBefore);
            hour = hour.plus(HOUR);
        }
        if (hour.isAfter(first)) {
            watermarks.advance(job, hour);
        }
        return swept;
    }

    private int delete(List<String> keys, Instant storedBefore) {
        var due = keys.stream().filter(key -> isStoredBefore(key, storedBefore)).toList();
        var spared = due.isEmpty() ? Set.<String>of() : held.among(due);
        var gone = due.stream().filter(key -> !spared.contains(key)).toList();
        gone.forEach(pictures::delete);
        return gone.size();
    }

    /** A key that is none of ours lies in a due hour, and goes. */
    private static boolean isStoredBefore(String key, Instant instant) {
        var uploadId = PictureFolder.uploadId(key);
        return !Ulids.isUlid(uploadId) || !Ulids.timeOf(uploadId).isAfter(instant);
    }

    /** Every retention that pictures can ever have had. */
    private static Collection<Duration> retentions() {
        return new TreeSet<>(Stream.of(
                        Stream.of(NonHitRetention.values()).map(NonHitRetention::duration),
                        Stream.of(HitRetention.values()).map(HitRetention::duration),
                        Stream.of(ImageRetention.values())
                                .filter(retention -> retention != ImageRetention.AS_READ)
                                .map(ImageRetention::duration))
                .flatMap(retentions -> retentions)
                .toList());
    }
}
