/** How much the city takes at once: throttles and concurrency, all from the number of cameras and the one table of timing. */
@NullMarked
package passby.infra.capacity;

import org.jspecify.annotations.NullMarked;
