/**
 * How accepted entries become the log: positions, bundles, tiles, a signed checkpoint every minute, and the public copy.
 *
 * <p>Safe under two sealers at once, a crash between any two steps, repetition and a clock that was set back. The order of steps:
 * batch (positions are decided), bundles and tiles, index, removal of what waited, archived checkpoint, checkpoint.
 */
@NullMarked
package passby.core.sealing;

import org.jspecify.annotations.NullMarked;
