package passby.local.city;

import passby.core.picture.FrameRef;
import passby.core.recognition.Recognition;
import passby.core.recognition.Recognizer;

/** Rekognition where there is none: an engine that is never to be had. */
public final class NoRekognition implements Recognizer {
    @Override
    public Recognition read(FrameRef frame) {
        return new Recognition.Unavailable("no Rekognition on one machine");
    }
}
