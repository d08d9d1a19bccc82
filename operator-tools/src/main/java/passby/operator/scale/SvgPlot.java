package passby.operator.scale;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Curves over the minutes of a day, one below the other, as an SVG picture without a script. */
final class SvgPlot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 110;
    private static final int LEFT = 90;
    private static final int GAP = 46;
    private static final int MINUTES_AN_HOUR = 60;

    /** @param unit of the values, as it stands beside the highest */
    private record Curve(String title, String unit, ToDoubleFunction<Outcome.Minute> value) {}

    private static final List<Curve> CURVES = List.of(
            new Curve("reads captured", "a second", minute -> minute.reads() / MINUTES_AN_HOUR),
            new Curve("frames that wait, at cameras and in the queue", "frames", Outcome.Minute::queue),
            new Curve("places of ReadPlates at work", "places", Outcome.Minute::places),
            new Curve("longest wait of a frame that was stored", "s", Outcome.Minute::slowest));

    private SvgPlot() {}

    /** @param title plain text without markup */
    static String of(String title, List<Outcome.Minute> minutes) {
        var height = GAP + CURVES.size() * (HEIGHT + GAP);
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                LEFT + WIDTH + GAP,
                height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(svg, LEFT, 20, title);
        for (var at = 0; at < CURVES.size(); at++) {
            curve(svg, CURVES.get(at), minutes, GAP + at * (HEIGHT + GAP));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void curve(StringBuilder svg, Curve curve, List<Outcome.Minute> minutes, int top) {
        var highest = minutes.stream().mapToDouble(curve.value()).max().orElse(0);
        var scale = highest > 0 ? HEIGHT / highest : 0;
        text(svg, LEFT, top + 10, curve.title());
        text(svg, 4, top + GAP / 2 + 4, String.format(Locale.ROOT, "%,.1f %s", highest, curve.unit()));
        var floor = top + GAP / 2 + HEIGHT;
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%d %dH%d\" stroke=\"#999\"/>%n<polyline fill=\"none\" stroke=\"#246\" points=\"",
                LEFT,
                floor,
                LEFT + WIDTH));
        for (var at = 0; at < minutes.size(); at++) {
            var x = LEFT + (double) WIDTH * at / Math.max(1, minutes.size() - 1);
            svg.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x, floor - scale * curve.value().applyAsDouble(minutes.get(at))));
        }
        svg.append("\"/>\n");
        text(svg, LEFT, floor + 13, "0 h");
        text(svg, LEFT + WIDTH, floor + 13, minutes.size() / MINUTES_AN_HOUR + " h");
    }

    private static void text(StringBuilder svg, int x, int y, String words) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>%n", x, y, words));
    }
}
