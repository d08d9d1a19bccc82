/** Tests of the local city's own parts. */
@NullMarked
package passby.local;

import org.jspecify.annotations.NullMarked;
