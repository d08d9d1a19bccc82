package passby.recognizer.wire;

import java.util.List;
import passby.core.picture.Box;
import passby.core.picture.FrameRef;
import passby.core.picture.Jpeg;

/** What the recogniser's function is asked for. */
public sealed interface RecognizerRequest {
    /** Read the plates of a frame. */
    record Read(FrameRef frame) implements RecognizerRequest {}

    /**
     * Cut crops for plates that another engine found.
     *
     * @param boxes 1 to {@link passby.core.picture.FrameLimits#MAX_PLATES}
     */
    record Crop(FrameRef frame, List<Box> boxes) implements RecognizerRequest {
        public Crop {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * Make parts of a stored crop unreadable. The picture comes with the request: the recogniser reaches frames alone, and a
     * crop is small.
     *
     * @param parts 1 to {@link passby.core.picture.FrameLimits#MAX_PLATES}
     */
    record Mask(Jpeg picture, List<Box> parts) implements RecognizerRequest {
        public Mask {
            parts = List.copyOf(parts);
        }
    }
}
