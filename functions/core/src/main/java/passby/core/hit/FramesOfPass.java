package passby.core.hit;

import java.util.List;
import passby.core.plate.Plate;

/**
 * On how many frames of its pass the plate of a hit rests, when the hit was raised or made certain. (B5)
 *
 * @param agreed frames that read exactly this plate; none, where each of its characters stands in most frames and the whole in none
 * @param of frames that were compared; 1 where a frame speaks for itself
 */
public record FramesOfPass(int agreed, int of) {
    /** One frame, which nobody contradicts and nobody confirms. */
    public static final FramesOfPass ALONE = new FramesOfPass(1, 1);

    public FramesOfPass {
        if (agreed < 0 || of < 1 || agreed > of) {
            throw new IllegalArgumentException("of some frames none, some or all agree");
        }
    }

    /**
     * @param plate that the hit shows
     * @param read by each frame that was compared
     */
    public static FramesOfPass of(Plate plate, List<Plate> read) {
        return read.size() == 1
                ? ALONE
                : new FramesOfPass((int) read.stream().filter(plate::equals).count(), read.size());
    }

    public boolean isVote() {
        return of > 1;
    }
}
