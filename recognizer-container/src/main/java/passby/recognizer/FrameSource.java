package passby.recognizer;

import java.util.Optional;
import passby.core.picture.FrameRef;

/**
 * Fetches a frame's bytes. Empty means that there is no such object (any more). An implementation need not fetch more than
 * {@link passby.core.picture.FrameLimits#MAX_BYTES} + 1 bytes, because longer frames are refused unread.
 */
@FunctionalInterface
public interface FrameSource {
    Optional<byte[]> fetch(FrameRef frame);
}
