package passby.local.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import passby.local.pictures.Vehicle.Plated;

/** A car that crosses the street: from the side no plate can be seen. */
final class SidePainter extends VehiclePainter {
    SidePainter(Graphics2D g, Color paint, boolean lit) {
        super(g, paint, lit);
    }

    @Override
    void paint(Plated plated) {
        shadow();
        body(silhouette(), -0.62, -0.1);
        glass(Backdrop.polygon(-0.44, -0.42, -0.26, -0.58, -0.02, -0.59, -0.02, -0.42), -0.6, -0.42);
        glass(Backdrop.polygon(0.02, -0.42, 0.02, -0.59, 0.2, -0.58, 0.42, -0.42), -0.6, -0.42);
        line(new Color(0, 0, 0, 110), 0.006);
        g.draw(new Line2D.Double(0, -0.58, 0, -0.14));
        g.draw(new Line2D.Double(-0.46, -0.4, -0.4, -0.14));
        g.draw(new Line2D.Double(0.44, -0.4, 0.36, -0.16));
        g.setColor(new Color(0x26282b));
        g.fill(new RoundRectangle2D.Double(-0.12, -0.36, 0.08, 0.02, 0.01, 0.01));
        g.fill(new RoundRectangle2D.Double(0.32, -0.36, 0.08, 0.02, 0.01, 0.01));
        lamp(new Color(0xe8eef2), -0.97, -0.36, 0.1, 0.07);
        lamp(new Color(0xb3151b), 0.89, -0.36, 0.08, 0.08);
        wheel(-0.6);
        wheel(0.6);
    }

    private static Path2D silhouette() {
        var path = new Path2D.Double();
        path.moveTo(-0.98, -0.14);
        path.curveTo(-1.0, -0.3, -0.98, -0.38, -0.9, -0.4);
        path.lineTo(-0.5, -0.45);
        path.curveTo(-0.36, -0.58, -0.3, -0.62, -0.16, -0.63);
        path.lineTo(0.16, -0.63);
        path.curveTo(0.32, -0.62, 0.42, -0.54, 0.54, -0.45);
        path.lineTo(0.92, -0.42);
        path.curveTo(0.98, -0.38, 0.98, -0.26, 0.97, -0.14);
        path.closePath();
        return path;
    }

    private void wheel(double x) {
        circle(new Color(0x17181a), x, 0.165);
        circle(new Color(0xa9afb4), x, 0.1);
        circle(new Color(0x55595d), x, 0.045);
    }

    private void circle(Color color, double x, double radius) {
        g.setColor(color);
        g.fill(new Ellipse2D.Double(x - radius, -0.15 - radius, 2 * radius, 2 * radius));
    }
}
