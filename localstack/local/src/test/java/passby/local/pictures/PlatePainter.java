package passby.local.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** A plate of 12 by 6 units: the state above, the serial across the middle, a slogan below, four holes. */
final class PlatePainter {
    private PlatePainter() {}

    /** Draws it with its upper left corner at the place, {@code width} wide and half as high. */
    static void paint(Graphics2D g, PlateDesign design, String serial, double x, double y, double width) {
        double u = width / 12;
        g.setColor(new Color(0, 0, 0, 90));
        g.fill(new RoundRectangle2D.Double(x + 0.1 * u, y + 0.14 * u, 12 * u, 6 * u, 0.9 * u, 0.9 * u));
        var plate = new RoundRectangle2D.Double(x, y, 12 * u, 6 * u, 0.9 * u, 0.9 * u);
        g.setColor(design.ground());
        g.fill(plate);
        g.setColor(design.small());
        g.setStroke(new BasicStroke((float) (0.1 * u)));
        g.draw(new RoundRectangle2D.Double(x + 0.18 * u, y + 0.18 * u, 11.64 * u, 5.64 * u, 0.7 * u, 0.7 * u));
        Lettering.fit(g, design.stateName(), Font.SANS_SERIF, Font.BOLD, box(x, y, u, 2.6, 0.42, 6.8, 1.05));
        Lettering.fit(g, design.slogan(), Font.SANS_SERIF, Font.PLAIN, box(x, y, u, 2.6, 4.95, 6.8, 0.55));
        g.setColor(design.serialColor());
        serial(g, serial, x, y, u);
        g.setColor(new Color(60, 60, 60));
        for (double hole : new double[] {1.7, 10.3}) {
            g.fill(hole(x, y, u, hole, 0.62));
            g.fill(hole(x, y, u, hole, 5.38));
        }
    }

    /** Letter by letter, each as wide as the next, as they are stamped. */
    private static void serial(Graphics2D g, String serial, double x, double y, double u) {
        double step = Math.min(1.5, 11.0 / serial.length());
        double left = 6 - step * serial.length() / 2;
        for (int n = 0; n < serial.length(); n++) {
            var letter = serial.substring(n, n + 1);
            double wide = 0.74 * step;
            var box = box(x, y, u, left + step * n + (step - wide) / 2, 1.82, wide, 2.8);
            Lettering.stamp(g, letter, Font.SANS_SERIF, Font.BOLD, box);
        }
    }

    private static Rectangle2D box(double x, double y, double u, double left, double top, double wide, double high) {
        return new Rectangle2D.Double(x + left * u, y + top * u, wide * u, high * u);
    }

    private static Ellipse2D hole(double x, double y, double u, double left, double top) {
        return new Ellipse2D.Double(x + (left - 0.17) * u, y + (top - 0.17) * u, 0.34 * u, 0.34 * u);
    }
}
