package passby.local.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;

/** Sky, houses, trees, signs, pavements and a road that runs away from the camera. */
final class Backdrop {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    private static final int HORIZON = 330;
    private static final Color[] WALLS = {
        new Color(0x9a6a54),
        new Color(0xb9a58a),
        new Color(0x7f8a93),
        new Color(0xc3b7a3),
        new Color(0x86624f),
        new Color(0xa3a89c)
    };

    private final Graphics2D g;
    private final Random random;

    Backdrop(Graphics2D g, Random random) {
        this.g = g;
        this.random = random;
    }

    void paint(StreetScene.Light light, List<String> signs) {
        sky(light);
        houses(light);
        ground();
        road();
        trees();
        signs(signs);
    }

    private void sky(StreetScene.Light light) {
        var above =
                switch (light) {
                    case DAY -> new Color(0x6fa3d8);
                    case OVERCAST -> new Color(0xa9b2ba);
                    case DUSK -> new Color(0x53618f);
                };
        var below =
                switch (light) {
                    case DAY -> new Color(0xdfeaf4);
                    case OVERCAST -> new Color(0xd3d7da);
                    case DUSK -> new Color(0xe3a77c);
                };
        g.setPaint(new GradientPaint(0, 0, above, 0, HORIZON, below));
        g.fillRect(0, 0, WIDTH, HORIZON + 10);
    }

    private void houses(StreetScene.Light light) {
        double x = -30;
        while (x < WIDTH) {
            double wide = 110 + random.nextInt(120);
            double high = 120 + random.nextInt(190);
            house(x, wide, high, light);
            x += wide + random.nextInt(14);
        }
    }

    private void house(double x, double wide, double high, StreetScene.Light light) {
        double top = HORIZON + 24 - high;
        var wall = WALLS[random.nextInt(WALLS.length)];
        g.setPaint(new GradientPaint((float) x, 0, wall, (float) (x + wide), 0, wall.darker()));
        g.fill(new Rectangle2D.Double(x, top, wide, high));
        g.setColor(wall.darker().darker());
        g.fill(new Rectangle2D.Double(x - 3, top - 6, wide + 6, 8));
        for (double wy = top + 18; wy < HORIZON - 24; wy += 38) {
            for (double wx = x + 12; wx < x + wide - 24; wx += 30) {
                var lit = light == StreetScene.Light.DUSK && random.nextInt(3) == 0;
                g.setColor(new Color(0xd8d2c6));
                g.fill(new Rectangle2D.Double(wx - 2, wy - 2, 20, 27));
                g.setColor(lit ? new Color(0xf3cf7d) : new Color(0x43505c + random.nextInt(12)));
                g.fill(new Rectangle2D.Double(wx, wy, 16, 23));
            }
        }
    }

    private void ground() {
        g.setPaint(new GradientPaint(0, HORIZON, new Color(0x9c9b94), 0, HEIGHT, new Color(0xb5b3aa)));
        g.fillRect(0, HORIZON + 8, WIDTH, HEIGHT - HORIZON);
        g.setColor(new Color(0x5f7a45));
        g.fill(polygon(-50, HORIZON + 52, 330, HORIZON + 20, 210, HORIZON + 20, -50, HORIZON + 34));
        g.fill(polygon(WIDTH + 50, HORIZON + 52, 950, HORIZON + 20, 1070, HORIZON + 20, WIDTH + 50, HORIZON + 34));
    }

    private void road() {
        g.setPaint(new GradientPaint(0, HORIZON, new Color(0x6c6e70), 0, HEIGHT, new Color(0x4b4d50)));
        g.fill(polygon(470, HORIZON + 20, 810, HORIZON + 20, WIDTH + 330, HEIGHT, -330, HEIGHT));
        g.setColor(new Color(0xc9c7bd));
        g.setStroke(new BasicStroke(5));
        g.draw(polygon(470, HORIZON + 20, -330, HEIGHT));
        g.draw(polygon(810, HORIZON + 20, WIDTH + 330, HEIGHT));
        g.setColor(new Color(0xd9b23c));
        for (double near = 0.06; near < 1; near += 0.17) {
            double far = near + 0.075;
            double y1 = HORIZON + 20 + (HEIGHT - HORIZON) * near * near;
            double y2 = HORIZON + 20 + (HEIGHT - HORIZON) * far * far;
            g.fill(polygon(640 - 9 * near, y1, 640 + 9 * near, y1, 640 + 9 * far, y2, 640 - 9 * far, y2));
        }
        for (int n = 0; n < 40; n++) {
            g.setColor(new Color(30, 30, 30, 18));
            double y = HORIZON + 60 + random.nextInt(HEIGHT - HORIZON - 60);
            g.fill(new Ellipse2D.Double(random.nextInt(WIDTH), y, 60 + random.nextInt(160), 4 + random.nextInt(8)));
        }
    }

    private void trees() {
        for (double x : new double[] {60, 245, 1035, 1225}) {
            double high = 120 + random.nextInt(50);
            double foot = HORIZON + 46;
            g.setColor(new Color(0x54402f));
            g.fill(new Rectangle2D.Double(x - 5, foot - high, 10, high));
            for (int n = 0; n < 60; n++) {
                int shade = random.nextInt(40);
                g.setColor(new Color(40 + shade, 84 + shade, 36 + shade / 2, 190));
                double size = 18 + random.nextInt(26);
                double dx = random.nextGaussian() * 30;
                double dy = random.nextGaussian() * 24;
                g.fill(new Ellipse2D.Double(x + dx - size / 2, foot - high + dy - size / 2, size, size));
            }
        }
    }

    private void signs(List<String> words) {
        double[] places = {150, 1130, 350};
        for (int n = 0; n < words.size(); n++) {
            sign(places[n % places.length], words.get(n));
        }
    }

    /** White with black words in two lines, or green with white ones when there is one line. */
    private void sign(double x, String words) {
        var lines = words.split("/", -1);
        boolean street = lines.length == 1;
        double wide = street ? 130 : 74;
        double high = street ? 30 : 30.0 * lines.length;
        double top = HORIZON - 70;
        g.setColor(new Color(0x777b7e));
        g.fill(new Rectangle2D.Double(x - 3, top, 6, 150));
        g.setColor(street ? new Color(0x1f6b45) : new Color(0xf1f1ee));
        g.fill(new Rectangle2D.Double(x - wide / 2, top - 6, wide, high));
        g.setColor(street ? Color.WHITE : new Color(0x222222));
        g.setStroke(new BasicStroke(1.6f));
        g.draw(new Rectangle2D.Double(x - wide / 2 + 2, top - 4, wide - 4, high - 4));
        double each = (high - 8) / lines.length;
        for (int n = 0; n < lines.length; n++) {
            var box = new Rectangle2D.Double(x - wide / 2 + 8, top - 2 + each * n + 3, wide - 16, each - 6);
            Lettering.fit(g, lines[n], Font.SANS_SERIF, Font.BOLD, box);
        }
    }

    static Path2D polygon(double... coordinates) {
        var path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int n = 2; n < coordinates.length; n += 2) {
            path.lineTo(coordinates[n], coordinates[n + 1]);
        }
        if (coordinates.length > 4) {
            path.closePath();
        }
        return path;
    }
}
