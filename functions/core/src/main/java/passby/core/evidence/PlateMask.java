package passby.core.evidence;

import java.util.List;
import passby.core.picture.Box;
import passby.core.picture.Jpeg;

/** Makes parts of a picture unreadable. */
public interface PlateMask {
    /**
     * @param picture one of our own crops
     * @param parts in fractions of its width and height
     * @return the picture with these parts in one colour, encoded anew; the same when there are none
     */
    Jpeg mask(Jpeg picture, List<Box> parts);
}
