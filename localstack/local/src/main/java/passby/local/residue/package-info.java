/** Looks for what should be gone, in everything that a city holds. */
@NullMarked
package passby.local.residue;

import org.jspecify.annotations.NullMarked;
