/** Who is given access, by whom, and until when; where people are signed in, and how that ends. */
@NullMarked
package passby.core.access;

import org.jspecify.annotations.NullMarked;
