package passby.core.redate;

import java.time.Duration;
import passby.core.retention.Clocks;

/**
 * After how many whole days the store of pictures deletes by itself what the purge left, counted from when the picture was
 * stored. A day more than the class may be kept: no copy of a held picture takes as long.
 *
 * @param nonHits for pictures of reads that matched nothing; one day under flush, which stores none
 * @param hits for pictures of hits
 */
public record BackstopDays(int nonHits, int hits) {
    public BackstopDays {
        if (nonHits < 1 || hits < 1) {
            throw new IllegalArgumentException("a store counts whole days, at least one");
        }
    }

    public static BackstopDays of(Clocks clocks) {
        return new BackstopDays(days(clocks.nonHitPictures()), days(clocks.hitPictures()));
    }

    private static int days(Duration kept) {
        var begun = kept.toDays() + (kept.equals(Duration.ofDays(kept.toDays())) ? 0 : 1);
        return Math.toIntExact(1 + begun);
    }
}
