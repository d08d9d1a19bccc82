package passby.core.read;

import java.time.Instant;
import passby.core.picture.FrameRef;

/**
 * An upload that the store told us of.
 *
 * @param ref where it lies
 * @param receivedAt time of the store's event
 */
public record ReceivedFrame(FrameRef ref, Instant receivedAt) {}
