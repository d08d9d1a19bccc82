/** Where uploads arrive: the bucket of frames, the queue behind it, its dead letters. */
@NullMarked
package passby.infra.capture;

import org.jspecify.annotations.NullMarked;
