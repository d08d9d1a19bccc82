package passby.core.recognition;

import java.util.List;
import passby.core.picture.FrameLimits;
import passby.core.picture.RejectReason;

/** What one look at one frame came to. Every case but the last is an answer. */
public sealed interface Recognition {
    /**
     * Plates were read.
     *
     * @param engine who read them
     * @param plates 1 to {@link FrameLimits#MAX_PLATES}, left to right in the frame
     * @param unread plates that were seen beside them and not read, at most {@link UnreadPlate#MAX}
     */
    record Plates(Engine engine, List<PlateReading> plates, List<UnreadPlate> unread) implements Recognition {
        public Plates {
            plates = List.copyOf(plates);
            unread = List.copyOf(unread);
            if (plates.isEmpty() || plates.size() > FrameLimits.MAX_PLATES || unread.size() > UnreadPlate.MAX) {
                throw new IllegalArgumentException("1 to " + FrameLimits.MAX_PLATES + " plates");
            }
        }

        public Plates(Engine engine, List<PlateReading> plates) {
            this(engine, plates, List.of());
        }
    }

    /**
     * The frame was looked at and no plate was read.
     *
     * @param unread plates that were seen all the same, at most {@link UnreadPlate#MAX}; none where there is no plate
     */
    record NoPlate(Engine engine, List<UnreadPlate> unread) implements Recognition {
        public NoPlate {
            unread = List.copyOf(unread);
            if (unread.size() > UnreadPlate.MAX) {
                throw new IllegalArgumentException("at most " + UnreadPlate.MAX + " plates");
            }
        }

        public NoPlate(Engine engine) {
            this(engine, List.of());
        }
    }

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
