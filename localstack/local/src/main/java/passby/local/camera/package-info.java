/** A camera simulator: keys, signed tokens, uploads, and the command line of scripts/camera. */
@NullMarked
package passby.local.camera;

import org.jspecify.annotations.NullMarked;
