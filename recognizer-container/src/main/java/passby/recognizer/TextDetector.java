package passby.recognizer;

import java.util.List;
import org.opencv.core.Mat;

/** Finds lines of text in a picture without reading them. Implementations MUST be safe for several threads. */
interface TextDetector {
    /**
     * @param picture upright, three channels, blue first
     * @param longSide in pixels, to which the picture is scaled before the look
     */
    List<TextBox> detect(Mat picture, int longSide);
}
