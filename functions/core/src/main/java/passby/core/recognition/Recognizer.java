package passby.core.recognition;

import passby.core.picture.FrameRef;

/**
 * Looks at a frame. Implementations MUST NOT write anything and MUST be safe to call again for the same frame.
 *
 * <p>Rekognition, the recogniser container, the same recogniser in process, and a canned one for tests exist.
 */
public interface Recognizer {
    Recognition read(FrameRef frame);
}
