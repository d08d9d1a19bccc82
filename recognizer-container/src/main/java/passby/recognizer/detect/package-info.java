/** Where plates are in a picture: the detector, the looks that it takes, and the four corners that it answers. */
@NullMarked
package passby.recognizer.detect;

import org.jspecify.annotations.NullMarked;
