package passby.core.recognition;

import java.util.List;
import passby.core.picture.FrameLimits;
import passby.core.picture.RejectReason;

/** What one look at one frame came to. Every case but the last is an answer. */
public sealed interface Recognition {
    /**
     * Plates were seen.
     *
     * @param engine who read them
     * @param plates 1 to {@link FrameLimits#MAX_PLATES}, left to right in the frame
     */
    record Plates(Engine engine, List<PlateReading> plates) implements Recognition {
        public Plates {
            plates = List.copyOf(plates);
            if (plates.isEmpty() || plates.size() > FrameLimits.MAX_PLATES) {
                throw new IllegalArgumentException("1 to " + FrameLimits.MAX_PLATES + " plates");
            }
        }
    }

    /** The frame was looked at and shows no plate. */
    record NoPlate(Engine engine) implements Recognition {}

    /** The frame cannot be a photograph that we read; trying again would not help. */
    record Rejected(RejectReason reason) implements Recognition {}

    /** The frame is gone: its results were stored before, or it was swept. */
    record Gone() implements Recognition {}

    /**
     * The engine could not answer now: throttled, failed, or answered nonsense. Another engine may; if none can, the
     * message goes back to the queue.
     *
     * @param why for people, without anything from the frame
     */
    record Unavailable(String why) implements Recognition {}
}
