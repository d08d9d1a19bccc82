/** The data set that everybody may read: made from the public log, and signed with the checkpoint that it was made from. */
@NullMarked
package passby.core.transparency;

import org.jspecify.annotations.NullMarked;
