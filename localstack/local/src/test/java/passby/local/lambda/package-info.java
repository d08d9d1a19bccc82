/** Tests of what stands around handlers. */
@NullMarked
package passby.local.lambda;

import org.jspecify.annotations.NullMarked;
