/**
 * Signed notes (C2SP signed-note) and the cosignatures of witnesses: Ed25519 by the JDK, without any library. Knows nothing of what
 * the notes say.
 */
@NullMarked
package passby.core.note;

import org.jspecify.annotations.NullMarked;
