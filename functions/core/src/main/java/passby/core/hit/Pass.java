package passby.core.hit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;

/**
 * One pass of vehicles before a camera, as far as hits are concerned. A pass that the camera named ends after its life: the
 * same name later is a new pass. Its ordinal is the number of whole lives since 1970 in which its first hit was captured, so
 * nothing has to be stored about a pass that hit nothing, and no ordinal ever comes again.
 *
 * @param passId as {@link passby.core.capture.CaptureFacts#passId} makes it
 * @param named whether the camera named it; else it is one frame's own
 * @param capturedAt of the frame in hand
 * @param life of a pass, from its first frame
 */
public record Pass(String passId, boolean named, Instant capturedAt, Duration life) {
    /** The id of a hit that this frame raises, unless one of {@link #earlier} belongs to the same pass. */
    public HitId hitId(CityKey key, PlateKey plateKey) {
        return named ? HitId.of(key, passId, ordinal(), plateKey) : HitId.of(key, passId, plateKey);
    }

    /** Ids under which another frame of this pass may have raised the hit, the likeliest first. */
    public List<HitId> earlier(CityKey key, PlateKey plateKey) {
        return named
                ? LongStream.of(ordinal(), ordinal() - 1, ordinal() + 1)
                        .mapToObj(ordinal -> HitId.of(key, passId, ordinal, plateKey))
                        .toList()
                : List.of(hitId(key, plateKey));
    }

    /** Whether a hit under one of those ids is of this pass: captured less than a life apart. */
    public boolean holds(Hit hit) {
        var apart = Duration.between(hit.sighting().capturedAt(), capturedAt).abs();
        return !named || apart.compareTo(life) < 0;
    }

    private long ordinal() {
        return Math.floorDiv(capturedAt.toEpochMilli(), life.toMillis());
    }
}
