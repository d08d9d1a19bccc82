/** Pictures as values: frames and their limits, boxes, crops, and the port that keeps crops. Nothing here decodes one. */
@NullMarked
package passby.core.picture;

import org.jspecify.annotations.NullMarked;
