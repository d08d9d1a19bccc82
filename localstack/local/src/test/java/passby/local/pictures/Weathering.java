package passby.local.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

/** What a real camera adds: less light, a darker rim, a little blur and a little noise. */
final class Weathering {
    private static final double NOISE = 3.2;

    private Weathering() {}

    static BufferedImage weathered(BufferedImage clean, StreetScene scene, Random random) {
        var g = clean.createGraphics();
        light(g, scene.light());
        rim(g);
        g.dispose();
        var soft = blurred(clean, scene.blur());
        noise(soft, random);
        return soft;
    }

    private static void light(Graphics2D g, StreetScene.Light light) {
        var veil =
                switch (light) {
                    case DAY -> new Color(255, 244, 214, 14);
                    case OVERCAST -> new Color(120, 130, 140, 36);
                    case DUSK -> new Color(22, 24, 58, 96);
                };
        g.setColor(veil);
        g.fillRect(0, 0, Backdrop.WIDTH, Backdrop.HEIGHT);
    }

    private static void rim(Graphics2D g) {
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(Backdrop.WIDTH / 2.0, Backdrop.HEIGHT / 2.0),
                820,
                new float[] {0.55f, 1},
                new Color[] {new Color(0, 0, 0, 0), new Color(0, 0, 0, 80)}));
        g.fillRect(0, 0, Backdrop.WIDTH, Backdrop.HEIGHT);
    }

    /** 0 leaves the picture sharp, 1 is the mean over nine pixels. */
    private static BufferedImage blurred(BufferedImage picture, double blur) {
        var weights = new float[9];
        Arrays.fill(weights, (float) (blur / 9));
        weights[4] += (float) (1 - blur);
        var to = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(picture, to);
    }

    private static void noise(BufferedImage picture, Random random) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                int more = (int) Math.round(random.nextGaussian() * NOISE);
                picture.setRGB(x, y, part(rgb >> 16, more) << 16 | part(rgb >> 8, more) << 8 | part(rgb, more));
            }
        }
    }

    private static int part(int value, int more) {
        return Math.clamp((value & 0xff) + more, 0, 255);
    }
}
