package passby.recognizer.detect;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/**
 * From an upright picture to the plates in it: a look at the whole picture, one from afar for plates that fill it, a finer one where
 * nothing is sure, and a close look at each plate for exact corners. docs/experiments/2026-11-28-recogniser-speed.md has what each
 * look adds and costs.
 */
public final class PlateSearch {
    /** The largest input of a look, and how much of it the picture covers at most. */
    private record Look(int width, int height, double share) {
        Window of(Mat picture) {
            return Window.whole(picture.size(), Window.input(picture.size(), width, height), share);
        }
    }

    private static final Look WHOLE = new Look(640, 384, 1);
    private static final Look AFAR = new Look(256, 160, 0.6);
    private static final Look FINE = new Look(960, 544, 1);

    private static final Size CLOSE = new Size(256, 160);
    /** Of a plate in a close look, in pixels: in the middle of the widths that the net was trained on. */
    private static final double CLOSE_WIDTH = 110;
    /** Of the two looks at one plate, so much of their bounds together is seen by both. */
    private static final double SAME = 0.2;

    /** A plate of this score needs no other look. */
    private static final double SURE = 0.5;
    /** Less is not looked at again: every known plate of half a has more, and so has the motorcycle of the tests. */
    private static final double LIKELY = 0.2;

    private final PlateDetector detector;

    public PlateSearch(PlateDetector detector) {
        this.detector = detector;
    }

    /**
     * What was found.
     *
     * @param plates the surest first, with the corners of a close look
     * @param more less sure ones beyond the number that was asked for, not looked at again
     */
    public record Found(List<Detection> plates, List<Detection> more) {
        public Found {
            plates = List.copyOf(plates);
            more = List.copyOf(more);
        }
    }

    public Found find(Mat picture, int most) {
        var seen = new ArrayList<>(detector.detect(picture, WHOLE.of(picture)));
        seen.addAll(detector.detect(picture, AFAR.of(picture)));
        if (nothingIsSure(seen)) {
            seen.addAll(detector.detect(picture, FINE.of(picture)));
        }
        var likely = PlateDetector.distinct(seen).stream()
                .filter(detection -> detection.score() >= LIKELY)
                .toList();
        var first = likely.subList(0, Math.min(most, likely.size()));
        var closer = first.stream().map(detection -> closer(picture, detection)).toList();
        return new Found(PlateDetector.distinct(closer), likely.subList(first.size(), likely.size()));
    }

    private static boolean nothingIsSure(List<Detection> seen) {
        return seen.stream().noneMatch(detection -> detection.score() >= SURE);
    }

    /** With the corners and the score of a close look; one that does not see the plate again leaves it as unlikely as can be. */
    private Detection closer(Mat picture, Detection seen) {
        var window = Window.around(seen.plate(), CLOSE_WIDTH, picture.size(), CLOSE);
        return detector.detect(picture, window).stream()
                .filter(close -> close.plate().overlap(seen.plate()) > SAME)
                .findFirst()
                .orElse(new Detection(PlateDetector.LEAST_SCORE, seen.plate()));
    }
}
