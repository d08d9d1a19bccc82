package passby.recognizer.bench;

import java.awt.Dimension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import passby.core.picture.Jpeg;
import passby.recognizer.net.Mats;
import passby.recognizer.net.Natives;

/**
 * A made-up street: one to four vehicles, near ones before distant ones, signs, lettering, a camera's caption, and what a camera does to
 * it. The same number of the same seed is the same street on every machine.
 */
final class DrawnStreet {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Scalar ROAD = new Scalar(90, 95, 100);
    private static final Scalar GLASS = new Scalar(70, 60, 50);
    private static final Scalar TYRE = new Scalar(30, 30, 30);
    private static final Scalar LAMP = new Scalar(40, 40, 190);
    private static final Scalar PAPER = Scalar.all(235);

    private static final List<String> SIGNS = List.of(
            "STOP",
            "EXIT 12B",
            "SPEED LIMIT 35",
            "NO PARKING",
            "ROUTE 66",
            "555 0142",
            "OPEN 24H",
            "TAXI",
            "MAIN ST",
            "P2 380");
    private static final List<String> LETTERING =
            List.of("ACME MOVERS", "CALL 5550142", "UNIT 4471", "FLEET 27A", "HOW AM I DRIVING", "US DOT 300417");

    private static final List<DrawnSeries> SERIES = List.of(DrawnSeries.values());
    private static final List<Damage> DAMAGES = List.of(Damage.values());

    /** @param text empty if the plate is hidden or cut */
    private record Drawn(String text, Rect place) {}

    private final Random random;
    private final Mat scene;
    private final List<Drawn> plates = new ArrayList<>();

    private DrawnStreet(Random random, Mat scene) {
        this.random = random;
        this.scene = scene;
    }

    static Street of(long seed, int number) {
        Natives.load(1);
        var random = new Random(1_000_003 * seed + number);
        try (var mats = new Mats()) {
            var street = new DrawnStreet(random, mats.own(new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, ROAD)));
            street.draw(mats);
            var damage = DAMAGES.get(random.nextInt(DAMAGES.size()));
            damage.on(street.scene, street.plates.stream().map(Drawn::place).toList(), random);
            var file = mats.own(new MatOfByte());
            var quality = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 35 + random.nextInt(60)));
            Imgcodecs.imencode(".jpg", street.scene, file, quality);
            var path = Path.of(number + ".jpg");
            return new Street(
                    new Jpeg(file.toArray()),
                    new Dimension(WIDTH, HEIGHT),
                    street.plates.stream()
                            .map(plate -> sample(damage.title(), path, plate))
                            .toList());
        }
    }

    private static Sample sample(String damage, Path path, Drawn plate) {
        var at = plate.place();
        return new Sample(
                damage, path, plate.text(), "", new Sample.Area(at.x, at.y, at.width, at.height), Shown.AS_IT_IS);
    }

    private void draw(Mats mats) {
        houses();
        var widths = random.doubles(1 + random.nextInt(4), 0, 1)
                .map(share -> 24 + 150 * share * share)
                .sorted()
                .toArray();
        for (var width : widths) {
            vehicle(random.nextInt(WIDTH), (int) width, mats);
        }
        if (random.nextInt(5) == 0) {
            var x = random.nextInt(WIDTH);
            var post = new Rect(x, 0, 8 + random.nextInt(30), HEIGHT);
            hide(post);
            box(post.x, post.y, post.width, post.height, TYRE);
        }
        if (random.nextInt(3) == 0) {
            var minutes = 10 + random.nextInt(50);
            write("CAM 12 2026-11-28 07:" + minutes + ":09", 260, random.nextBoolean() ? 30 : HEIGHT - 30, 18, PAPER);
        }
        Imgproc.GaussianBlur(scene, scene, new Size(), 0.5 + 0.4 * random.nextDouble());
    }

    /** Behind the road, with signs on them and before them. */
    private void houses() {
        box(0, 0, WIDTH, HEIGHT * 2 / 5, Scalar.all(120 + random.nextInt(120)));
        for (var i = 0; i < 12; i++) {
            box(
                    random.nextInt(WIDTH),
                    random.nextInt(250),
                    30 + random.nextInt(200),
                    30 + random.nextInt(120),
                    colour());
        }
        for (var i = random.nextInt(4); i > 0; i--) {
            var sign = SIGNS.get(random.nextInt(SIGNS.size()));
            var x = random.nextInt(WIDTH);
            var y = 60 + random.nextInt(280);
            var high = 14 + random.nextInt(30);
            var wide = (int) (0.5 * high * sign.length());
            box(x - wide, y - high, 2 * wide, 2 * high, random.nextBoolean() ? PAPER : colour());
            write(sign, x, y, high, random.nextBoolean() ? TYRE : colour());
        }
    }

    /** About five plates wide and standing above its own, as cars do; a motorcycle is narrower, a truck higher. */
    private void vehicle(int x, int width, Mats mats) {
        var series = SERIES.get(random.nextInt(SERIES.size()));
        var y = (int) (HEIGHT * 0.42 + 1.6 * width + 0.4 * width * random.nextGaussian());
        var half = series == DrawnSeries.TWO_LINES ? width : (int) (width * (2.2 + 0.6 * random.nextDouble()));
        var isTruck = random.nextInt(6) == 0;
        var top = y - width * (isTruck ? 5 : 3);
        hide(new Rect(x - half, top, 2 * half, y + width - top));
        box(x - half * 9 / 10, y + width / 2, half / 3, width / 2, TYRE);
        box(x + half * 6 / 10, y + width / 2, half / 3, width / 2, TYRE);
        if (isTruck) {
            box(x - half, top, 2 * half, y + width * 3 / 4 - top, colour());
            write(lettering(), x, top + width, width / 3, colour());
        } else {
            var paint = colour();
            box(x - half * 8 / 10, top, half * 16 / 10, width * 3 / 2, paint);
            box(x - half * 7 / 10, top + width / 5, half * 14 / 10, width, GLASS);
            box(x - half, top + width * 3 / 2, 2 * half, width * 9 / 4, paint);
        }
        box(x - half, y - width * 6 / 5, half / 3, width / 2, LAMP);
        box(x + half * 2 / 3, y - width * 6 / 5, half / 3, width / 2, LAMP);
        if (random.nextInt(4) == 0) {
            box(x + half / 4, y - width, width * 2 / 3, width / 4, PAPER);
            write(lettering(), x + half / 4 + width / 3, y - width * 7 / 8, width / 10, TYRE);
        }
        if (random.nextInt(12) > 0) {
            plate(series, x, y, width, mats);
        }
    }

    private String lettering() {
        return LETTERING.get(random.nextInt(LETTERING.size()));
    }

    private void plate(DrawnSeries series, int x, int y, int width, Mats mats) {
        var serial = series.serial(random);
        var high = width * series.height();
        var lean = 0.06 * random.nextGaussian();
        var corners = List.of(
                corner(x, y, -width / 2.0, -high / 2, lean),
                corner(x, y, width / 2.0, -high / 2, lean),
                corner(x, y, width / 2.0, high / 2, lean),
                corner(x, y, -width / 2.0, high / 2, lean));
        DrawnPlate.lay(mats.own(series.drawn(serial, random)), scene, width, corners);
        var place = new Rect(x - width / 2, (int) (y - high / 2), width, (int) high);
        var isInside = place.x > 2 && place.x + place.width < WIDTH - 2 && place.y + place.height < HEIGHT - 2;
        var isCovered = random.nextInt(14) == 0;
        if (isCovered) {
            box(x - width / 3, place.y, (int) (width * (0.1 + 0.4 * random.nextDouble())), place.height, TYRE);
        }
        plates.add(new Drawn(isInside && !isCovered ? serial.replace(" ", "") : "", place));
    }

    /** Turned by a lean, in radians, and moved a little, as a plate that is seen from the side has them. */
    private Point corner(int x, int y, double right, double down, double lean) {
        return new Point(
                x + right * Math.cos(lean) - down * Math.sin(lean) + 0.03 * Math.abs(down) * random.nextGaussian(),
                y + right * Math.sin(lean) + down * Math.cos(lean) + 0.03 * Math.abs(down) * random.nextGaussian());
    }

    /** Plates behind this need not be read any more. */
    private void hide(Rect front) {
        plates.replaceAll(plate -> isApart(plate.place(), front) ? plate : new Drawn("", plate.place()));
    }

    private static boolean isApart(Rect one, Rect other) {
        return one.x > other.x + other.width
                || other.x > one.x + one.width
                || one.y > other.y + other.height
                || other.y > one.y + one.height;
    }

    private void box(int x, int y, int width, int height, Scalar colour) {
        Imgproc.rectangle(
                scene, new Point(x, y), new Point((double) x + width, (double) y + height), colour, Imgproc.FILLED);
    }

    /** Centred, with letters of this height in pixels. */
    private void write(String text, int x, int y, int height, Scalar ink) {
        var face = Imgproc.FONT_HERSHEY_DUPLEX;
        var thickness = Math.max(1, height / 9);
        var scale = Imgproc.getFontScaleFromHeight(face, Math.max(4, height), thickness);
        var size = Imgproc.getTextSize(text, face, scale, thickness, new int[1]);
        var at = new Point(x - size.width / 2, y + size.height / 2);
        Imgproc.putText(scene, text, at, face, scale, ink, thickness, Imgproc.LINE_AA);
    }

    private Scalar colour() {
        return new Scalar(30 + random.nextInt(200), 30 + random.nextInt(200), 30 + random.nextInt(200));
    }
}
