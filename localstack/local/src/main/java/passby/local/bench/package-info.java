/** What {@code scripts/bench} measures on the local city. */
@NullMarked
package passby.local.bench;

import org.jspecify.annotations.NullMarked;
