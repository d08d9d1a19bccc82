package passby.recognizer;

import java.util.Optional;
import passby.core.recognition.FrameRef;

/**
 * Fetches a frame's bytes. Empty means that there is no such object (any more). An implementation need not fetch more than
 * {@link passby.core.recognition.FrameLimits#MAX_BYTES} + 1 bytes, because longer frames are refused unread.
 */
@FunctionalInterface
public interface FrameSource {
    Optional<byte[]> fetch(FrameRef frame);
}
