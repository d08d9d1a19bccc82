/**
 * Which clock a record runs on, and when it may no longer be answered.
 *
 * <p>Words: the <em>retention base</em> is the earlier of capture and receipt; <em>flush</em> keeps nothing about a non-hit.
 */
@NullMarked
package passby.core.retention;

import org.jspecify.annotations.NullMarked;
