package passby.core.recognition;

import java.util.List;
import passby.core.picture.Box;
import passby.core.plate.Confidence;

/** Texts as an engine sees them in a frame of 16 to 9. */
final class SeenTexts {
    static final double ASPECT = 16.0 / 9;
    static final Confidence SURE = new Confidence(0.97);

    private SeenTexts() {}

    /** A text of the given height in the frame, its letters half as wide as high, its middle at x, y. */
    static SeenText seen(String text, double x, double y, double height) {
        var width = text.length() * height * 0.55 / ASPECT;
        return new SeenText(text, Box.clipped(x - width / 2, y - height / 2, width, height), SURE, List.of());
    }
}
