/**
 * The effective policy that functions read at run time, and who may do what under it.
 */
@NullMarked
package passby.core.policy;

import org.jspecify.annotations.NullMarked;
