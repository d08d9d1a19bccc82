/** Who is given access, by whom, and until when. */
@NullMarked
package passby.core.access;

import org.jspecify.annotations.NullMarked;
