package passby.local.pictures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Words as outlines that exactly fill a box: so the same text has the same size whichever font the machine's logical fonts stand for. */
final class Lettering {
    private static final float DRAWN_SIZE = 100;

    private Lettering() {}

    /** Condensed or stretched to the box. */
    static void fill(Graphics2D g, String text, String font, int style, Rectangle2D box) {
        if (text.isBlank()) {
            return;
        }
        g.fill(fitted(outline(g, text, font, style), box, false));
    }

    /** As wide as the box allows without changing the letters' proportions, in its middle. */
    static void fit(Graphics2D g, String text, String font, int style, Rectangle2D box) {
        if (text.isBlank()) {
            return;
        }
        g.fill(fitted(outline(g, text, font, style), box, true));
    }

    private static Shape outline(Graphics2D g, String text, String font, int style) {
        var drawn = new Font(font, style, 1).deriveFont(DRAWN_SIZE);
        return drawn.createGlyphVector(g.getFontRenderContext(), text).getOutline();
    }

    private static Shape fitted(Shape outline, Rectangle2D box, boolean proportional) {
        var drawn = outline.getBounds2D();
        double sx = box.getWidth() / drawn.getWidth();
        double sy = box.getHeight() / drawn.getHeight();
        if (proportional) {
            sx = Math.min(sx, sy);
            sy = sx;
        }
        var to = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
        to.scale(sx, sy);
        to.translate(-drawn.getCenterX(), -drawn.getCenterY());
        return to.createTransformedShape(outline);
    }
}
