/** How often plates are misread, by camera, state, hour and engine, and what follows for a camera that misreads too often. */
@NullMarked
package passby.core.quality;

import org.jspecify.annotations.NullMarked;
