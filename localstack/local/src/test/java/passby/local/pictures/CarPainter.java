package passby.local.pictures;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import passby.local.pictures.Vehicle.Plated;

/** Cars from behind or from the front. */
final class CarPainter extends VehiclePainter {
    private static final Color RED = new Color(0xb3151b);
    private static final Color WHITE = new Color(0xe8eef2);
    private static final Color AMBER = new Color(0xd98a1f);
    private static final Color TRIM = new Color(0x26282b);

    private final Vehicle.Shape shape;

    CarPainter(Graphics2D g, Color paint, boolean lit, Vehicle.Shape shape) {
        super(g, paint, lit);
        this.shape = shape;
    }

    @Override
    void paint(Plated plated) {
        shadow();
        tyre(-0.88, 0.25, -0.34);
        tyre(0.63, 0.25, -0.34);
        switch (shape) {
            case SUV_REAR -> suv(plated);
            case PICKUP_REAR -> pickup(plated);
            case SEDAN_FRONT -> front(plated);
            case SEDAN_REAR, BOX_TRUCK_REAR, SEDAN_SIDE -> sedan(plated);
        }
    }

    private void sedan(Plated plated) {
        cabin(-0.88, -1.36, 0.8, 0.56);
        body(mirrored(-0.9, -0.14, -0.97, -0.34, -0.97, -0.7, -0.9, -0.88, -0.72, -0.95), -0.95, -0.14);
        lamp(RED, -0.94, -0.82, 0.36, 0.2);
        lamp(RED, 0.58, -0.82, 0.36, 0.2);
        line(new Color(0, 0, 0, 110), 0.01);
        g.draw(new Line2D.Double(-0.56, -0.9, -0.56, -0.56));
        g.draw(new Line2D.Double(0.56, -0.9, 0.56, -0.56));
        bumper(-0.34);
        plate(plated, -0.66);
        badge(-0.82);
    }

    private void suv(Plated plated) {
        cabin(-0.9, -1.62, 0.88, 0.74);
        g.setColor(TRIM);
        g.fill(new RoundRectangle2D.Double(-0.5, -1.56, 1.0, 0.05, 0.03, 0.03));
        body(mirrored(-0.92, -0.16, -0.98, -0.4, -0.98, -0.86, -0.92, -0.98), -0.98, -0.16);
        lamp(RED, -0.97, -1.05, 0.2, 0.42);
        lamp(RED, 0.77, -1.05, 0.2, 0.42);
        line(new Color(0, 0, 0, 110), 0.01);
        g.draw(mirrored(-0.74, -0.36, -0.74, -0.98));
        bumper(-0.36);
        plate(plated, -0.76);
        badge(-0.88);
    }

    private void pickup(Plated plated) {
        cabin(-0.9, -1.5, 0.76, 0.62);
        body(mirrored(-0.92, -0.3, -0.98, -0.4, -0.98, -1.0), -1.0, -0.3);
        body(new Rectangle2D.Double(-0.74, -0.98, 1.48, 0.56), -0.98, -0.42);
        g.setColor(TRIM);
        g.fill(new RoundRectangle2D.Double(-0.14, -0.9, 0.28, 0.09, 0.05, 0.05));
        lamp(RED, -0.96, -0.96, 0.18, 0.44);
        lamp(RED, 0.78, -0.96, 0.18, 0.44);
        g.setPaint(new GradientPaint(0, -0.42f, new Color(0xd5d8da), 0, -0.14f, new Color(0x6f7478)));
        g.fill(new RoundRectangle2D.Double(-0.98, -0.42, 1.96, 0.28, 0.08, 0.08));
        plate(plated, -0.4);
    }

    private void front(Plated plated) {
        cabin(-0.84, -1.36, 0.82, 0.6);
        mirrors();
        body(mirrored(-0.9, -0.14, -0.97, -0.34, -0.96, -0.68, -0.84, -0.88, -0.6, -0.95), -0.95, -0.14);
        g.setColor(TRIM);
        g.fill(mirrored(-0.5, -0.5, -0.54, -0.7));
        line(new Color(0x8d9499), 0.012);
        for (double y = -0.67; y < -0.51; y += 0.045) {
            g.draw(new Line2D.Double(-0.5, y, 0.5, y));
        }
        lamp(WHITE, -0.94, -0.74, 0.34, 0.19);
        lamp(WHITE, 0.6, -0.74, 0.34, 0.19);
        lamp(AMBER, -0.92, -0.54, 0.2, 0.06);
        lamp(AMBER, 0.72, -0.54, 0.2, 0.06);
        g.setColor(TRIM);
        g.fill(mirrored(-0.66, -0.18, -0.62, -0.4));
        line(new Color(0, 0, 0, 90), 0.01);
        g.draw(mirrored(-0.44, -0.72, -0.5, -0.94));
        plate(plated, -0.42);
    }

    private void mirrors() {
        body(new Ellipse2D.Double(-1.02, -1.04, 0.18, 0.13), -1.04, -0.91);
        body(new Ellipse2D.Double(0.84, -1.04, 0.18, 0.13), -1.04, -0.91);
    }

    private void cabin(double foot, double roof, double wide, double narrow) {
        body(mirrored(-wide, foot, -narrow, roof + 0.05, -narrow + 0.08, roof), roof, foot);
        double inset = 0.07;
        glass(mirrored(-wide + inset, foot - 0.03, -narrow + inset * 0.8, roof + 0.1), roof, foot);
        g.setColor(new Color(0, 0, 0, 110));
        g.fill(new Ellipse2D.Double(-0.42, foot - 0.2, 0.2, 0.2));
        g.fill(new Ellipse2D.Double(0.22, foot - 0.2, 0.2, 0.2));
    }

    private void bumper(double top) {
        g.setPaint(new GradientPaint(0, (float) top, paint, 0, -0.12f, TRIM));
        g.fill(new RoundRectangle2D.Double(-0.96, top, 1.92, -top - 0.12, 0.12, 0.12));
        line(new Color(0, 0, 0, 90), 0.008);
        g.draw(new Line2D.Double(-0.94, top, 0.94, top));
        lamp(RED, -0.82, top + 0.06, 0.18, 0.045);
        lamp(RED, 0.64, top + 0.06, 0.18, 0.045);
    }

    private void badge(double y) {
        g.setColor(new Color(0xcfd4d8));
        g.fill(new Ellipse2D.Double(-0.045, y, 0.09, 0.09));
    }
}
