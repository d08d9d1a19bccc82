/**
 * The way of a picture into the city: cameras, their tokens, upload URLs, and the sweeper of what nobody read.
 */
@NullMarked
package passby.core.capture;

import org.jspecify.annotations.NullMarked;
