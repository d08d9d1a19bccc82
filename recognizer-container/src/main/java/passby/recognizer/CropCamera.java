package passby.recognizer;

import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import passby.core.picture.Box;
import passby.core.picture.Crop;
import passby.core.picture.Crops;
import passby.core.picture.FrameLimits;
import passby.core.picture.Jpeg;
import passby.recognizer.net.Mats;

/**
 * Cuts what is kept of a picture: each plate, and each plate with its vehicle around it. All crops of one answer fit into
 * {@link FrameLimits#MAX_CROP_BYTES}; where they would not, all become smaller alike.
 */
final class CropCamera {
    /** How large and how good the crops of one try are; pixels of the long side. */
    private record Try(int plate, int vehicle, int quality) {}

    private static final List<Try> TRIES = List.of(
            new Try(480, 960, 88),
            new Try(480, 800, 82),
            new Try(400, 640, 75),
            new Try(320, 480, 70),
            new Try(256, 320, 60),
            new Try(200, 200, 45),
            new Try(96, 96, 30));

    private static final Scalar GREY = new Scalar(128, 128, 128);

    private static final double ASIDE = 1.9;
    private static final double ABOVE = 2.8;
    private static final double BELOW = 1.1;

    private final Mat picture;
    private final Deadline deadline;

    CropCamera(Mat picture, Deadline deadline) {
        this.picture = picture;
        this.deadline = deadline;
    }

    /** @param plates at most {@link FrameLimits#MAX_PLATES} */
    List<Crops> crops(List<Box> plates) {
        for (var size : TRIES) {
            deadline.check();
            var crops = plates.stream().map(plate -> crops(plate, size)).toList();
            if (bytes(crops) <= FrameLimits.MAX_CROP_BYTES) {
                return crops;
            }
        }
        throw new IllegalStateException("the smallest crops of " + plates.size() + " plates are too large");
    }

    private static long bytes(List<Crops> crops) {
        return crops.stream()
                .mapToLong(c -> (long) c.plate().picture().length()
                        + c.vehicle().picture().length())
                .sum();
    }

    private Crops crops(Box plate, Try size) {
        return new Crops(new Crop(plate, jpeg(plate, size.plate(), size.quality())), vehicle(plate, size));
    }

    /** A car is about five plates wide and stands mostly above its plate. */
    private Crop vehicle(Box plate, Try size) {
        var aspect = (double) picture.cols() / picture.rows();
        var w = plate.width();
        var h = plate.width() * aspect;
        var around = Box.clipped(
                plate.left() - ASIDE * w,
                plate.top() - ABOVE * h,
                w * (1 + 2 * ASIDE),
                plate.height() + (ABOVE + BELOW) * h);
        return new Crop(around, jpeg(around, size.vehicle(), size.quality()));
    }

    private Jpeg jpeg(Box box, int longSide, int quality) {
        try (var mats = new Mats()) {
            var part = mats.own(picture.submat(pixels(picture, box)));
            var longest = Math.max(part.cols(), part.rows());
            if (longest <= longSide) {
                return Pictures.encode(part, quality);
            }
            var scale = (double) longSide / longest;
            var small = mats.empty();
            var to = new Size(Math.max(1, part.cols() * scale), Math.max(1, part.rows() * scale));
            Imgproc.resize(part, small, to, 0, 0, Imgproc.INTER_AREA);
            return Pictures.encode(small, quality);
        }
    }

    /** The picture, of the quality in which crops are first tried, with these parts of it grey to their last pixel. */
    static Jpeg masked(Mat picture, List<Box> parts) {
        for (var part : parts) {
            Imgproc.rectangle(picture, pixels(picture, part), GREY, Imgproc.FILLED);
        }
        return Pictures.encode(picture, TRIES.getFirst().quality());
    }

    private static Rect pixels(Mat picture, Box box) {
        var x0 = Math.clamp((int) Math.floor(box.left() * picture.cols()), 0, picture.cols() - 1);
        var y0 = Math.clamp((int) Math.floor(box.top() * picture.rows()), 0, picture.rows() - 1);
        var x1 = Math.clamp((int) Math.ceil(box.right() * picture.cols()), x0 + 1, picture.cols());
        var y1 = Math.clamp((int) Math.ceil(box.bottom() * picture.rows()), y0 + 1, picture.rows());
        return new Rect(x0, y0, x1 - x0, y1 - y0);
    }
}
