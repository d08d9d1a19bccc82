package passby.core.recognition;

import passby.core.id.Coded;
import passby.core.picture.Box;

/**
 * A plate that an engine saw and did not read (B8).
 *
 * @param box where it is
 * @param reason why it was not read
 */
public record UnreadPlate(Box box, Reason reason) {
    /** At most so many are named. */
    public static final int MAX = 16;

    /** Why a plate cannot be read. */
    public enum Reason implements Coded {
        /** Its characters are too few pixels high. */
        TOO_SMALL,
        /** It moved, or is out of focus. */
        BLURRED,
        /** A light, or the camera's own infrared, outshines it. */
        GLARE,
        /** Something covers its serial: dirt, a hitch, a bicycle, another vehicle. */
        HIDDEN,
        /** It was not looked at, because a frame's answer holds no more plates. */
        TOO_MANY;
    }
}
