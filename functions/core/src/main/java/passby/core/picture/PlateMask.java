package passby.core.picture;

import java.util.List;

/**
 * Makes parts of one of our own crops unreadable. Only the recogniser decodes pictures, so only it masks them.
 * Implementations MUST NOT write anything and MUST be safe to call again for the same picture.
 */
public interface PlateMask {
    /** What came of masking a picture. */
    sealed interface Masked {
        /** @param picture with its parts in one colour, encoded anew */
        record Done(Jpeg picture) implements Masked {}

        /** The picture cannot be decoded, now or later. */
        record Rejected(RejectReason reason) implements Masked {}

        /** @param why for the log; names no plate */
        record Unavailable(String why) implements Masked {}
    }

    /** @param parts at least one, in fractions of the picture's width and height */
    Masked mask(Jpeg picture, List<Box> parts);
}
