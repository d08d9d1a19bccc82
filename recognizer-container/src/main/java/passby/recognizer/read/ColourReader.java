package passby.recognizer.read;

import java.util.EnumMap;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import passby.core.plate.Confidence;
import passby.core.plate.VehicleColour;
import passby.core.plate.VehicleColour.Name;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Mats;

/**
 * Tells a vehicle's colour from the bodywork above and beside its plate, against the plate's own paper, which is bright in any light.
 * Chosen on half a of the development pictures, which were labelled by looking; docs/experiments/2026-11-28-recognizer-detector-first.md has half b.
 */
public final class ColourReader {
    /** How far from the plate bodywork is taken, in widths of the plate. */
    private static final double ASIDE = 0.8;

    private static final double ABOVE = 0.8;
    private static final int SAMPLE = 48;

    /** Brightness against the plate's paper from which paint without colour is light. */
    private static final double LIGHT = 0.55;
    /** Saturation, and difference of its channels against the plate's paper, from which paint has a colour. */
    private static final double SATURATED = 0.3;

    private static final double COLOURED = 0.15;
    /** So much of the bodywork must have one colour, because glass, chrome and shadows have none. */
    private static final double ENOUGH_COLOUR = 0.3;

    private static final double LEAST_CLEAR = 0.6;
    /** Of answers that are just clear enough, 7 in 10 are right; of the clearest, 9 in 10. */
    private static final double LEAST_RIGHT = 0.7;

    private static final double MOST_RIGHT = 0.9;
    private static final double BRIGHT_PAPER = 60;

    private ColourReader() {}

    public static VehicleColour read(Mat picture, Quad plate) {
        var shares = shares(picture, plate);
        var light = shares.getOrDefault(Name.LIGHT, 0.0);
        var dark = shares.getOrDefault(Name.DARK, 0.0);
        shares.remove(Name.LIGHT);
        shares.remove(Name.DARK);
        var coloured = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        var best = shares.entrySet().stream().max(Map.Entry.comparingByValue());
        if (best.isPresent() && best.get().getValue() > ENOUGH_COLOUR) {
            return seen(best.get().getKey(), best.get().getValue() / (coloured + Math.max(light, dark) / 2));
        }
        return light >= dark ? seen(Name.LIGHT, light) : seen(Name.DARK, dark);
    }

    private static VehicleColour seen(Name name, double clear) {
        if (clear < LEAST_CLEAR) {
            return VehicleColour.UNKNOWN;
        }
        var more = (Math.min(1, clear) - LEAST_CLEAR) / (1 - LEAST_CLEAR);
        return new VehicleColour.Seen(name, new Confidence(LEAST_RIGHT + more * (MOST_RIGHT - LEAST_RIGHT)));
    }

    /** How much of the bodywork has each colour; empty where the picture shows none. */
    private static Map<Name, Double> shares(Mat picture, Quad plate) {
        var shares = new EnumMap<Name, Double>(Name.class);
        var w = plate.right() - plate.left();
        var body = part(
                picture, plate.left() - ASIDE * w, plate.top() - ABOVE * w, plate.right() + ASIDE * w, plate.bottom());
        if (body.width < 2 || body.height < 2) {
            return shares;
        }
        try (var mats = new Mats()) {
            var paper = paper(picture, plate, mats);
            var small = mats.empty();
            Imgproc.resize(
                    mats.own(picture.submat(body)), small, new Size(SAMPLE, SAMPLE), 0, 0, Imgproc.INTER_NEAREST);
            var near = near(plate);
            var pixels = new byte[SAMPLE * SAMPLE * 3];
            small.get(0, 0, pixels);
            var all = 0;
            for (var row = 0; row < SAMPLE; row++) {
                for (var col = 0; col < SAMPLE; col++) {
                    var x = body.x + (col + 0.5) * body.width / SAMPLE;
                    var y = body.y + (row + 0.5) * body.height / SAMPLE;
                    if (!near.holds(x, y)) {
                        all++;
                        shares.merge(name(pixels, 3 * (row * SAMPLE + col), paper), 1.0, Double::sum);
                    }
                }
            }
            var pixelsInAll = Math.max(1, all);
            shares.replaceAll((_, count) -> count / pixelsInAll);
            return shares;
        }
    }

    /** The plate and its frame, and what lies below. */
    private record Near(double left, double top, double right) {
        boolean holds(double x, double y) {
            return x > left && x < right && y > top;
        }
    }

    private static Near near(Quad plate) {
        var w = plate.right() - plate.left();
        return new Near(plate.left() - w / 4, plate.top() - w / 8, plate.right() + w / 4);
    }

    /** The brightness of what lies between the characters. */
    private static double paper(Mat picture, Quad plate, Mats mats) {
        var cut = mats.own(new Mat(16, 32, CvType.CV_8UC3));
        Straightener.into(picture, plate.part(0.05, 0.05, 0.95, 0.95), cut);
        var sorted = mats.empty();
        var grey = mats.empty();
        Imgproc.cvtColor(cut, grey, Imgproc.COLOR_BGR2GRAY);
        Core.sort(grey.reshape(1, 1), sorted, Core.SORT_EVERY_ROW | Core.SORT_ASCENDING);
        return Math.max(BRIGHT_PAPER, sorted.get(0, (int) (0.85 * sorted.cols()))[0]);
    }

    private static Name name(byte[] pixels, int at, double paper) {
        var blue = pixels[at] & 255;
        var green = pixels[at + 1] & 255;
        var red = pixels[at + 2] & 255;
        var most = Math.max(blue, Math.max(green, red));
        var spread = most - Math.min(blue, Math.min(green, red));
        if (spread <= SATURATED * most || spread <= COLOURED * paper) {
            return most >= LIGHT * paper ? Name.LIGHT : Name.DARK;
        }
        var hue = hue(blue, green, red, most, spread);
        if (hue >= 15 && hue < 55 && (most < paper / 2 || 2 * spread < most)) {
            return Name.BROWN;
        }
        if (hue < 20 || hue >= 275) {
            return Name.RED;
        }
        if (hue < 70) {
            return Name.YELLOW;
        }
        return hue < 175 ? Name.GREEN : Name.BLUE;
    }

    /** In degrees: 0 red, 120 green, 240 blue. */
    private static double hue(int blue, int green, int red, int most, int spread) {
        if (most == red) {
            return (360 + 60.0 * (green - blue) / spread) % 360;
        }
        return most == green ? 120 + 60.0 * (blue - red) / spread : 240 + 60.0 * (red - green) / spread;
    }

    private static Rect part(Mat picture, double left, double top, double right, double bottom) {
        var x0 = (int) Math.clamp(left, 0, picture.cols());
        var y0 = (int) Math.clamp(top, 0, picture.rows());
        var x1 = (int) Math.clamp(right, x0, picture.cols());
        var y1 = (int) Math.clamp(bottom, y0, picture.rows());
        return new Rect(x0, y0, x1 - x0, y1 - y0);
    }
}
