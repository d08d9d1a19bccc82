package passby.core.picture.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The characters of a decoy as strokes, on a grid of four by six with the origin at the top left. */
final class Lettering {
    /** Strokes with a bar between them; of each the points, column and row. */
    private static final Map<Character, List<Stroke>> STROKES = Map.ofEntries(
                    of('A', "06 20 46|14 34"),
                    of('C', "41 30 10 01 05 16 36 45"),
                    of('E', "40 00 06 46|03 33"),
                    of('F', "40 00 06|03 33"),
                    of('H', "00 06|40 46|03 43"),
                    of('J', "40 45 36 16 05"),
                    of('K', "00 06|40 03 46"),
                    of('L', "00 06 46"),
                    of('M', "06 00 23 40 46"),
                    of('N', "06 00 46 40"),
                    of('P', "06 00 30 41 42 33 03"),
                    of('R', "06 00 30 41 42 33 03|23 46"),
                    of('T', "00 40|20 26"),
                    of('U', "00 05 16 36 45 40"),
                    of('V', "00 26 40"),
                    of('W', "00 16 22 36 40"),
                    of('X', "00 46|40 06"),
                    of('Y', "00 23 40|23 26"),
                    of('3', "00 30 41 42 33 13|33 44 45 36 06"),
                    of('4', "36 30 04 44"),
                    of('7', "00 40 16"),
                    of('9', "43 13 02 01 10 30 41 45 36 06"))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> strokes(entry.getValue())));

    /** A line from a point to another. */
    private record Stroke(double x, double y, double toX, double toY) {
        double distance(double pointX, double pointY) {
            var alongX = toX - x;
            var alongY = toY - y;
            var part = ((pointX - x) * alongX + (pointY - y) * alongY) / (alongX * alongX + alongY * alongY);
            var nearest = Math.clamp(part, 0, 1);
            return Math.hypot(pointX - x - nearest * alongX, pointY - y - nearest * alongY);
        }
    }

    private Lettering() {}

    private static Map.Entry<Character, String> of(char character, String strokes) {
        return Map.entry(character, strokes);
    }

    private static List<Stroke> strokes(String text) {
        var strokes = new ArrayList<Stroke>();
        for (var line : text.split("\\|", -1)) {
            var points = line.split(" ", -1);
            for (var at = 1; at < points.length; at++) {
                strokes.add(new Stroke(
                        points[at - 1].charAt(0) - '0',
                        points[at - 1].charAt(1) - '0',
                        points[at].charAt(0) - '0',
                        points[at].charAt(1) - '0'));
            }
        }
        return List.copyOf(strokes);
    }

    /** How far a point is from the ink, in units of the grid; far from a character that no decoy has. */
    static double distance(char character, double x, double y) {
        return STROKES.getOrDefault(character, List.of()).stream()
                .mapToDouble(stroke -> stroke.distance(x, y))
                .min()
                .orElse(Double.MAX_VALUE);
    }
}
