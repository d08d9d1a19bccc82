package passby.recognizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Looks at large pictures in overlapping parts, because a look needs memory for each of its pixels. The overlap is wider than
 * the small lines that such a look is for; what a part's edge cuts is left to the neighbouring part.
 */
final class PartedDetector implements TextDetector {
    private static final int WIDEST = 960;
    private static final int TALLEST = 640;
    private static final int OVERLAP = 192;
    /** A line that ends so near the edge of a part may go on beyond it. */
    private static final int CUT = 3;

    private final TextDetector detector;

    PartedDetector(TextDetector detector) {
        this.detector = detector;
    }

    @Override
    public List<TextBox> detect(Mat picture, int longSide) {
        if (longSide <= WIDEST) {
            return detector.detect(picture, longSide);
        }
        var scale = (double) longSide / Math.max(picture.cols(), picture.rows());
        return parts(picture, scale).stream()
                .flatMap(part -> inside(picture, part, scale))
                .toList();
    }

    private static List<Rect> parts(Mat picture, double scale) {
        var parts = new ArrayList<Rect>();
        for (var down : spans(picture.rows(), scale, TALLEST)) {
            for (var right : spans(picture.cols(), scale, WIDEST)) {
                parts.add(new Rect(right.from(), down.from(), right.length(), down.length()));
            }
        }
        return parts;
    }

    private record Span(int from, int length) {}

    /** Spans of equal length that cover one side of the picture, in its own pixels. */
    private static List<Span> spans(int side, double scale, int longest) {
        var n = Math.max(1, (int) Math.ceil((side * scale - OVERLAP) / (longest - OVERLAP)));
        var overlap = OVERLAP / scale;
        var length = (side + (n - 1) * overlap) / n;
        return Stream.iterate(0, i -> i < n, i -> i + 1)
                .map(i -> (int) Math.round(i * (length - overlap)))
                .map(from -> new Span(from, Math.min(side - from, (int) Math.ceil(length))))
                .toList();
    }

    private Stream<TextBox> inside(Mat picture, Rect part, double scale) {
        try (var mats = new Mats()) {
            var here = mats.own(picture.submat(part));
            var longSide = (int) Math.round(scale * Math.max(part.width, part.height));
            return detector.detect(here, longSide).stream()
                    .map(box -> box.moved(part.x, part.y))
                    .filter(box -> !isCut(box, part, picture, CUT / scale));
        }
    }

    private static boolean isCut(TextBox box, Rect part, Mat picture, double near) {
        var aside = box.width() / 2 + near;
        var across = box.height() / 2 + near;
        return (part.x > 0 && box.x() - aside < part.x)
                || (part.x + part.width < picture.cols() && box.x() + aside > part.x + part.width)
                || (part.y > 0 && box.y() - across < part.y)
                || (part.y + part.height < picture.rows() && box.y() + across > part.y + part.height);
    }
}
