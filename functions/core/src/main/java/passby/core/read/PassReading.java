package passby.core.read;

import java.time.Instant;
import passby.core.plate.Candidate;

/**
 * What one frame of a pass read.
 *
 * @param readId of the plate in the frame: the same when the frame is delivered again
 * @param best its likeliest text
 */
public record PassReading(String readId, Instant capturedAt, Candidate best) {}
