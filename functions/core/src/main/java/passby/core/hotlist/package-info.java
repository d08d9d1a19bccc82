/**
 * Plates that a source asks to be told about, and how a plate that was read is compared with them.
 */
@NullMarked
package passby.core.hotlist;

import org.jspecify.annotations.NullMarked;
