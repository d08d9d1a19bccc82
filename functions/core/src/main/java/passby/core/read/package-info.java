/**
 * What is stored of a frame, and the use case that takes a frame from the queue to reads, hits and alerts.
 */
@NullMarked
package passby.core.read;

import org.jspecify.annotations.NullMarked;
