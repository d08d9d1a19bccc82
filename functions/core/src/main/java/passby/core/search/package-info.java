/**
 * The purpose gate: nothing is answered without a stated purpose and a durable entry.
 */
@NullMarked
package passby.core.search;

import org.jspecify.annotations.NullMarked;
