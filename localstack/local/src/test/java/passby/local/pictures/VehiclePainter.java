package passby.local.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import passby.local.pictures.Vehicle.Plated;

/**
 * What all vehicles are made of, in a frame of their own: x from -1 to 1 over their width, y from 0 at the road upwards to negative numbers.
 */
abstract sealed class VehiclePainter permits CarPainter, TruckPainter, SidePainter {
    private static final double PLATE_WIDTH = 0.42;

    protected final Graphics2D g;
    protected final Color paint;
    private final boolean lit;

    VehiclePainter(Graphics2D g, Color paint, boolean lit) {
        this.g = g;
        this.paint = paint;
        this.lit = lit;
    }

    static void paint(Graphics2D picture, Vehicle vehicle, boolean lit) {
        var g = (Graphics2D) picture.create();
        g.translate(vehicle.centre(), vehicle.ground());
        g.scale(vehicle.half(), vehicle.half());
        g.shear(0, vehicle.lean());
        painter(g, vehicle, lit).paint(vehicle.plated());
        g.dispose();
    }

    private static VehiclePainter painter(Graphics2D g, Vehicle vehicle, boolean lit) {
        return switch (vehicle.shape()) {
            case SEDAN_REAR, SUV_REAR, PICKUP_REAR, SEDAN_FRONT ->
                new CarPainter(g, vehicle.paint(), lit, vehicle.shape());
            case BOX_TRUCK_REAR -> new TruckPainter(g, vehicle.paint(), lit);
            case SEDAN_SIDE -> new SidePainter(g, vehicle.paint(), lit);
        };
    }

    abstract void paint(Plated plated);

    protected void shadow() {
        for (int n = 0; n < 6; n++) {
            g.setColor(new Color(0, 0, 0, 34));
            double more = 0.02 * n;
            g.fill(new Ellipse2D.Double(-1.0 - more, -0.09 - more / 2, 2.0 + 2 * more, 0.15 + more));
        }
    }

    protected void tyre(double left, double wide, double top) {
        g.setColor(new Color(0x1b1b1d));
        g.fill(new RoundRectangle2D.Double(left, top, wide, -top, 0.1, 0.12));
        g.setColor(new Color(0x303033));
        g.fill(new RoundRectangle2D.Double(left + wide * 0.2, top, wide * 0.12, -top - 0.02, 0.02, 0.02));
    }

    /** Lighter above, darker below, as paint is under a sky. */
    protected void body(Shape shape, double top, double bottom) {
        g.setPaint(new GradientPaint(0, (float) top, lighter(paint), 0, (float) bottom, paint.darker()));
        g.fill(shape);
        line(new Color(0, 0, 0, 70), 0.008);
        g.draw(shape);
    }

    protected void glass(Shape shape, double top, double bottom) {
        g.setPaint(
                new GradientPaint(-0.3f, (float) top, new Color(0x5d7384), 0.25f, (float) bottom, new Color(0x161c22)));
        g.fill(shape);
        line(new Color(0x16181a), 0.014);
        g.draw(shape);
    }

    protected void lamp(Color color, double left, double top, double wide, double high) {
        g.setPaint(new GradientPaint(
                (float) left, (float) top, color.brighter(), (float) left, (float) (top + high), color.darker()));
        g.fill(new RoundRectangle2D.Double(left, top, wide, high, 0.07, 0.07));
        g.setColor(new Color(255, 255, 255, 70));
        g.fill(new RoundRectangle2D.Double(
                left + wide * 0.12, top + high * 0.14, wide * 0.76, high * 0.18, 0.03, 0.03));
        if (lit) {
            glow(color, left + wide / 2, top + high / 2, 0.36);
        }
    }

    private void glow(Color color, double x, double y, double radius) {
        var inner = new Color(color.getRed(), color.getGreen(), color.getBlue(), 130);
        var outer = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(x, y), (float) radius, new float[] {0, 1}, new Color[] {inner, outer}));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    protected void plate(Plated plated, double top) {
        if (plated instanceof Plated.With(var design, var serial)) {
            g.setColor(new Color(20, 20, 22, 150));
            double room = 0.035;
            g.fill(new RoundRectangle2D.Double(
                    -PLATE_WIDTH / 2 - room,
                    top - room,
                    PLATE_WIDTH + 2 * room,
                    PLATE_WIDTH / 2 + 2 * room,
                    0.04,
                    0.04));
            PlatePainter.paint(g, design, serial, -PLATE_WIDTH / 2, top, PLATE_WIDTH);
        }
    }

    protected void line(Color color, double wide) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** A shape that is the same on both sides: the points of its left half from below to above. */
    protected static Path2D mirrored(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int n = 2; n < points.length; n += 2) {
            path.lineTo(points[n], points[n + 1]);
        }
        for (int n = points.length - 2; n >= 0; n -= 2) {
            path.lineTo(-points[n], points[n + 1]);
        }
        path.closePath();
        return path;
    }

    private static Color lighter(Color color) {
        return new Color(lighter(color.getRed()), lighter(color.getGreen()), lighter(color.getBlue()));
    }

    private static int lighter(int part) {
        return part + (255 - part) / 3;
    }
}
