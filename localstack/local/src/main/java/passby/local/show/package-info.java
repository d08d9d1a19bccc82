/**
 * What {@code scripts/run} shows: pictures driven past the cameras of the local city by clients as real ones would be, and
 * what comes of each. The terminal may show plates; nothing here writes to the log.
 */
@NullMarked
package passby.local.show;

import org.jspecify.annotations.NullMarked;
