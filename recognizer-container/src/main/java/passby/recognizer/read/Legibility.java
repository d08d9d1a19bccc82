package passby.recognizer.read;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import passby.core.recognition.UnreadPlate.Reason;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Mats;

/** Why a plate that was found cannot be read: a first answer for people, whose bounds are from drawn tests and not from a measurement. */
public final class Legibility {
    /** Pixels of width below which characters are under six pixels wide. */
    private static final double LEAST_WIDTH = 45;

    /** Grey levels from which a camera shows no difference any more, and how much of a plate may be so bright. */
    private static final double BRIGHTEST = 250;

    private static final double MOST_BRIGHT = 0.5;

    /** Of a sharp serial, a stroke's edge takes two pixels; the share of contrast that neighbouring pixels differ by. */
    private static final double LEAST_SHARPNESS = 0.06;

    private static final int COLS = 160;
    private static final int ROWS = 64;

    private Legibility() {}

    public static Reason reason(Mat grey, Quad plate) {
        if (plate.width() < LEAST_WIDTH) {
            return Reason.TOO_SMALL;
        }
        try (var mats = new Mats()) {
            var cut = mats.own(new Mat(ROWS, COLS, CvType.CV_8U));
            Straightener.into(grey, plate, cut);
            var bright = mats.empty();
            Core.compare(cut, new Scalar(BRIGHTEST), bright, Core.CMP_GE);
            if (Core.countNonZero(bright) > MOST_BRIGHT * COLS * ROWS) {
                return Reason.GLARE;
            }
            return sharpness(cut, mats) < LEAST_SHARPNESS ? Reason.BLURRED : Reason.HIDDEN;
        }
    }

    /** Standard deviation of the horizontal slope (Sobel) in shares of the picture's own. */
    private static double sharpness(Mat cut, Mats mats) {
        var slope = mats.empty();
        Imgproc.Sobel(cut, slope, CvType.CV_32F, 1, 0, 1, 0.5);
        var contrast = deviation(cut, mats);
        return contrast == 0 ? 0 : deviation(slope, mats) / contrast;
    }

    private static double deviation(Mat picture, Mats mats) {
        var mean = mats.own(new MatOfDouble());
        var deviation = mats.own(new MatOfDouble());
        Core.meanStdDev(picture, mean, deviation);
        return deviation.toArray()[0];
    }
}
