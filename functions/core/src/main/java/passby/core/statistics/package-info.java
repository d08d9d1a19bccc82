/** Counts of each day, without plates, in files that never age off. */
@NullMarked
package passby.core.statistics;

import org.jspecify.annotations.NullMarked;
