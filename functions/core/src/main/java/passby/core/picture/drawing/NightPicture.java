package passby.core.picture.drawing;

import java.util.SplittableRandom;
import passby.core.picture.Jpeg;
import passby.core.picture.PictureKind;

/**
 * The rear of a vehicle as a camera with an infrared lamp takes it at night: the plate throws the light back, little else can be made out. The
 * same plate and seed give the same bytes.
 */
public final class NightPicture {
    /** Half the width of a plate, in its own unit; half its height is half of it, as on North American plates. */
    private static final double HALF_PLATE = 1;

    private static final double HALF_HEIGHT = 0.5;
    private static final double CHARACTER_WIDTH = 0.15;
    private static final double CHARACTER_HEIGHT = 0.46;
    private static final double CHARACTER_STEP = 0.225;

    /** Half the width of a stroke and of its soft edge, in units of the lettering's grid. */
    private static final double INK = 0.42;

    private static final double SOFT = 0.22;

    /** Differences of a sensor's points in little light, of 255. */
    private static final double NOISE = 5;

    private final String plate;
    private final int width;
    private final int height;
    private final double scale;
    private final double centreX;
    private final double centreY;
    private final double tilt;
    private final double brightness;
    private final SplittableRandom random;

    private NightPicture(String plate, long seed, PictureKind kind) {
        this.plate = plate;
        this.random = new SplittableRandom(seed);
        this.tilt = random.nextDouble(-0.06, 0.06);
        this.brightness = random.nextDouble(178, 226);
        var shiftX = random.nextDouble(-0.06, 0.06);
        var shiftY = random.nextDouble(-0.04, 0.08);
        this.width = switch (kind) {
            case PLATE -> 240;
            case VEHICLE -> 480;
        };
        this.height = switch (kind) {
            case PLATE -> 120;
            case VEHICLE -> 360;
        };
        this.scale = width
                * switch (kind) {
                    case PLATE -> 0.45;
                    case VEHICLE -> 0.12;
                };
        this.centreX = width * (kind == PictureKind.VEHICLE ? 0.5 + shiftX : 0.5);
        this.centreY = height * (kind == PictureKind.VEHICLE ? 0.6 + shiftY : 0.5);
    }

    /** @param plate its characters, without separators */
    public static Jpeg of(String plate, long seed, PictureKind kind) {
        return new NightPicture(plate, seed, kind).drawn();
    }

    private Jpeg drawn() {
        var light = new double[width * height];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var across = (x - centreX) / scale;
                var down = (y - centreY) / scale;
                var seen = light(
                        across * Math.cos(tilt) + down * Math.sin(tilt),
                        down * Math.cos(tilt) - across * Math.sin(tilt));
                light[y * width + x] = Math.clamp(seen + random.nextDouble(-NOISE, NOISE), 0, 255);
            }
        }
        return NeutralJpeg.of(width, height, light);
    }

    /** At a point in units of the plate, whose middle is the origin. */
    private double light(double x, double y) {
        var beyond = Math.max(Math.abs(x) - HALF_PLATE, Math.abs(y) - HALF_HEIGHT);
        var share = soft(beyond, 0.02);
        return share * onPlate(x, y) + (1 - share) * around(x, y);
    }

    private double onPlate(double x, double y) {
        var frame = Math.max(Math.abs(x) - HALF_PLATE, Math.abs(y) - HALF_HEIGHT) + 0.05;
        var sheet = brightness - 22 * x * x - 14 * y + 6 * Math.sin(7 * x + 3 * y);
        var ink = Math.max(soft(Math.abs(frame) - 0.012, 0.012) * 0.6, ink(x, y));
        return sheet * (1 - ink) + 34 * ink;
    }

    private double ink(double x, double y) {
        var place = (int) Math.round(x / CHARACTER_STEP + (plate.length() - 1) / 2.0);
        if (place < 0 || place >= plate.length()) {
            return 0;
        }
        var centre = (place - (plate.length() - 1) / 2.0) * CHARACTER_STEP;
        var distance = Lettering.distance(
                plate.charAt(place), (x - centre) / CHARACTER_WIDTH * 4 + 2, y / CHARACTER_HEIGHT * 6 + 3);
        return soft(distance - INK, SOFT);
    }

    /** A dark body, a bumper that shines a little, two lamps, and a road that is hardly seen. */
    private double around(double x, double y) {
        var body = soft(Math.max(Math.abs(x) - 3.1, Math.abs(y + 0.9) - 1.9), 0.25);
        var bumper = soft(Math.abs(y - 0.75) - 0.12, 0.1) * body;
        var lamps = glow(x - 2.55, y + 0.75) + glow(x + 2.55, y + 0.75);
        var lit = 26 * Math.exp(-(x * x + y * y) / 4);
        var road = y > 1 ? 6 * Math.min(1, y - 1) : 0;
        return 9 + 13 * body + 22 * bumper + lit * body + road + 120 * lamps;
    }

    private static double glow(double x, double y) {
        return Math.exp(-(x * x / 0.12 + y * y / 0.05)) + 0.12 * Math.exp(-(x * x + y * y) / 0.9);
    }

    /** 1 well inside (negative), 0 well outside, and in between over that width. */
    private static double soft(double beyond, double width) {
        var part = Math.clamp((width - beyond) / (2 * width), 0, 1);
        return part * part * (3 - 2 * part);
    }
}
