/**
 * Where ids and randomness come from, and the encodings that they share. Knows no capability.
 */
@NullMarked
package passby.core.id;

import org.jspecify.annotations.NullMarked;
