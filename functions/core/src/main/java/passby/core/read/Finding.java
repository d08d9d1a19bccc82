package passby.core.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.hotlist.Match;
import passby.core.picture.Crops;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.RetentionClass;

/**
 * A plate of a frame with what it matched, by key.
 *
 * @param crops of its picture, or null where there is none
 * @param frames what each of the frames of the pass read on which what was looked up rests
 */
record Finding(Read read, @Nullable Crops crops, Map<PlateKey, List<Match>> matches, List<Plate> frames) {
    boolean isKept(EffectivePolicy policy) {
        return read.retentionClass() == RetentionClass.HIT
                || !policy.nonHitRetention().isFlush();
    }
}
