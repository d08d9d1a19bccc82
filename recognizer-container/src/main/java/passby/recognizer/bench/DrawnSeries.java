package passby.recognizer.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Kinds of plates that drawn streets have: how a serial is made up, and how the plate looks from the front. */
enum DrawnSeries {
    TEXAS("AAA0000", 0.5, "TEXAS"),
    CALIFORNIA("0AAA000", 0.5, "CALIFORNIA"),
    SIX("AAA000", 0.5, "FLORIDA"),
    MIXED("A00AA0", 0.5, ""),
    BRAZIL("AAA0A00", 0.325, "BRASIL"),
    EUROPE("AA000AA", 0.215, ""),
    TWO_LINES("AAA 0000", 0.75, "");

    /** Without the letters that look like figures, which no picture tells apart. */
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private static final int WIDE = 640;
    private static final Scalar BLUE = new Scalar(150, 60, 20);
    private static final Scalar DARK = new Scalar(40, 35, 30);

    private record Colours(Scalar paper, Scalar ink) {}

    private static final List<Colours> COLOURS = List.of(
            new Colours(new Scalar(235, 240, 240), DARK),
            new Colours(new Scalar(225, 225, 215), BLUE),
            new Colours(new Scalar(230, 230, 230), new Scalar(40, 40, 150)),
            new Colours(new Scalar(90, 200, 235), DARK),
            new Colours(new Scalar(110, 50, 20), new Scalar(235, 235, 235)));

    private final String pattern;
    private final double height;
    private final String print;

    /**
     * @param pattern of a serial: A is a letter, 0 a figure, a space a new line
     * @param height of the plate, in its widths
     * @param print above the serial; may be empty
     */
    DrawnSeries(String pattern, double height, String print) {
        this.pattern = pattern;
        this.height = height;
        this.print = print;
    }

    double height() {
        return height;
    }

    /** @return with a space between two lines */
    String serial(Random random) {
        return pattern.chars()
                .mapToObj(c -> switch (c) {
                    case 'A' -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
                    case '0' -> String.valueOf(random.nextInt(10));
                    default -> " ";
                })
                .collect(Collectors.joining());
    }

    /** The plate as it is seen from the front, which the caller frees. */
    Mat drawn(String serial, Random random) {
        var colours = COLOURS.get(random.nextInt(COLOURS.size()));
        var face = random.nextInt(DrawnPlate.FACES);
        var plate = new Mat((int) (WIDE * height), WIDE, CvType.CV_8UC3, colours.paper());
        var high = plate.rows();
        var top = print.isEmpty() ? 0.04 * high : 0.2 * high;
        if (!print.isEmpty()) {
            DrawnPlate.write(plate, print, face, colours.ink(), 0.13 * high, 0.1 * high);
        }
        var lines = List.of(serial.split(" ", -1));
        var each = (0.94 * high - top) / lines.size();
        for (var i = 0; i < lines.size(); i++) {
            DrawnPlate.write(plate, lines.get(i), face, colours.ink(), top + (i + 0.5) * each, 0.72 * each);
        }
        Imgproc.rectangle(plate, new Point(0, 0), new Point(WIDE, high), DARK, 10);
        return plate;
    }
}
