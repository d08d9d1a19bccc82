/**
 * A read that matched: a lead only, never grounds for a stop, until it has been taken through its steps in order.
 */
@NullMarked
package passby.core.hit;

import org.jspecify.annotations.NullMarked;
