/** Copies of held reads, locked until their review date. */
@NullMarked
package passby.infra.evidence;

import org.jspecify.annotations.NullMarked;
