/** Plates as values: their text and fold, the keyed hash under which they are stored, candidates, the issuing state. */
@NullMarked
package passby.core.plate;

import org.jspecify.annotations.NullMarked;
