package passby.recognizer.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import passby.recognizer.net.Mats;

/** What a camera and its codec do to a drawn picture. */
enum Damage {
    NONE,
    BLUR,
    NIGHT,
    GLARE,
    VIDEO;

    /** As tables name it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param plates where a light may stand beside one */
    void on(Mat scene, List<Rect> plates, Random random) {
        switch (this) {
            case NONE -> {}
            case BLUR -> blur(scene, random);
            case NIGHT -> {
                scene.convertTo(scene, -1, 0.2 + 0.3 * random.nextDouble(), 0);
                noise(scene, 5 + 7 * random.nextDouble(), random);
            }
            case GLARE -> plates.forEach(plate -> light(scene, plate, random));
            case VIDEO -> video(scene, random);
        }
        noise(scene, 1 + 3 * random.nextDouble(), random);
    }

    /** Moved along a line by a few pixels. */
    private static void blur(Mat scene, Random random) {
        var length = 3 + 2 * random.nextInt(4);
        try (var mats = new Mats()) {
            var kernel = mats.own(new Mat(length, length, CvType.CV_32F, Scalar.all(0)));
            var rise = random.nextInt(length);
            Imgproc.line(kernel, new Point(0, rise), new Point(length - 1.0, length - 1.0 - rise), Scalar.all(1));
            Core.multiply(kernel, Scalar.all(1 / Core.sumElems(kernel).val[0]), kernel);
            Imgproc.filter2D(scene, scene, -1, kernel);
        }
    }

    private static void noise(Mat scene, double deviation, Random random) {
        try (var mats = new Mats()) {
            var noise = mats.own(new Mat(scene.size(), CvType.CV_16SC3));
            Core.setRNGSeed(random.nextInt());
            Core.randn(noise, 0, deviation);
            Core.add(scene, noise, scene, mats.empty(), CvType.CV_8U);
        }
    }

    /** A red or white lamp beside every second plate, whose light falls over it. */
    private static void light(Mat scene, Rect plate, Random random) {
        if (random.nextBoolean()) {
            return;
        }
        var colour = random.nextBoolean() ? new Scalar(60, 60, 255) : Scalar.all(230);
        var at = new Point(
                plate.x + plate.width * (0.5 + 0.7 * random.nextGaussian()),
                plate.y + plate.height * random.nextDouble());
        try (var mats = new Mats()) {
            var lamp = mats.own(new Mat(scene.size(), scene.type(), Scalar.all(0)));
            Imgproc.circle(lamp, at, (int) (plate.width * (0.15 + 0.25 * random.nextDouble())), colour, Imgproc.FILLED);
            Imgproc.blur(lamp, lamp, new Size(plate.width | 1, plate.width | 1));
            Core.add(scene, lamp, scene);
        }
    }

    /** Sent smaller and blocky, and shown larger again. */
    private static void video(Mat scene, Random random) {
        try (var mats = new Mats()) {
            var small = mats.empty();
            var scale = 0.5 + 0.4 * random.nextDouble();
            Imgproc.resize(scene, small, new Size(), scale, scale, Imgproc.INTER_AREA);
            var file = mats.own(new MatOfByte());
            var quality = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 15 + random.nextInt(25)));
            Imgcodecs.imencode(".jpg", small, file, quality);
            var blocky = mats.own(Imgcodecs.imdecode(file, Imgcodecs.IMREAD_COLOR));
            Imgproc.resize(blocky, scene, scene.size(), 0, 0, Imgproc.INTER_LINEAR);
        }
    }
}
