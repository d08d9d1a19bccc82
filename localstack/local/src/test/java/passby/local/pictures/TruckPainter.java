package passby.local.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import passby.local.pictures.Vehicle.Plated;

/** A removal lorry from behind: a box full of words and numbers that are no plate. */
final class TruckPainter extends VehiclePainter {
    private static final Color RED = new Color(0xb3151b);

    TruckPainter(Graphics2D g, Color paint, boolean lit) {
        super(g, paint, lit);
    }

    @Override
    void paint(Plated plated) {
        shadow();
        tyre(-0.86, 0.3, -0.4);
        tyre(0.56, 0.3, -0.4);
        body(new Rectangle2D.Double(-0.98, -2.2, 1.96, 1.78), -2.2, -0.42);
        door();
        letters();
        g.setColor(new Color(0x34373a));
        g.fill(new RoundRectangle2D.Double(-0.98, -0.44, 1.96, 0.14, 0.04, 0.04));
        g.fill(new Rectangle2D.Double(-0.9, -0.3, 1.8, 0.05));
        lamp(RED, -0.94, -0.42, 0.2, 0.1);
        lamp(RED, 0.74, -0.42, 0.2, 0.1);
        plate(plated, -0.34);
    }

    private void door() {
        g.setColor(new Color(255, 255, 255, 60));
        g.fill(new Rectangle2D.Double(-0.86, -2.06, 1.72, 1.58));
        line(new Color(0, 0, 0, 60), 0.008);
        for (double y = -2.06; y <= -0.48; y += 0.226) {
            g.draw(new Line2D.Double(-0.86, y, 0.86, y));
        }
        g.setColor(new Color(0x55585b));
        g.fill(new RoundRectangle2D.Double(-0.12, -0.58, 0.24, 0.06, 0.02, 0.02));
    }

    private void letters() {
        g.setColor(new Color(0x1d5c4a));
        text("GREENWAY", Font.BOLD, -1.86, 0.34);
        g.setColor(new Color(0x333333));
        text("MOVING & STORAGE", Font.BOLD, -1.44, 0.15);
        text("CALL 555 0142", Font.PLAIN, -1.2, 0.12);
        text("HOW AM I DRIVING? UNIT 27", Font.PLAIN, -0.74, 0.07);
    }

    private void text(String words, int style, double top, double high) {
        Lettering.fit(g, words, Font.SANS_SERIF, style, new Rectangle2D.Double(-0.78, top, 1.56, high));
    }
}
