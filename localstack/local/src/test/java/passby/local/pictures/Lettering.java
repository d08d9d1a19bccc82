package passby.local.pictures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Words as outlines that are fitted to a box: so the same text has the same size whichever font the machine's logical fonts stand for. */
final class Lettering {
    private static final float DRAWN_SIZE = 100;

    private Lettering() {}

    /** One letter as it is stamped: a capital H would fill the box, and the letter keeps its proportions to that H and its baseline. */
    static void stamp(Graphics2D g, String letter, String font, int style, Rectangle2D box) {
        var reference = outline(g, "H", font, style).getBounds2D();
        var drawn = outline(g, letter, font, style);
        double sx = box.getWidth() / reference.getWidth();
        double sy = box.getHeight() / reference.getHeight();
        var to = AffineTransform.getTranslateInstance(box.getCenterX(), box.getMaxY());
        to.scale(sx, sy);
        to.translate(-drawn.getBounds2D().getCenterX(), 0);
        g.fill(to.createTransformedShape(drawn));
    }

    /** As wide as the box allows without changing the letters' proportions, in its middle. */
    static void fit(Graphics2D g, String text, String font, int style, Rectangle2D box) {
        if (text.isBlank()) {
            return;
        }
        g.fill(fitted(outline(g, text, font, style), box));
    }

    private static Shape outline(Graphics2D g, String text, String font, int style) {
        var drawn = new Font(font, style, 1).deriveFont(DRAWN_SIZE);
        return drawn.createGlyphVector(g.getFontRenderContext(), text).getOutline();
    }

    private static Shape fitted(Shape outline, Rectangle2D box) {
        var drawn = outline.getBounds2D();
        double scale = Math.min(box.getWidth() / drawn.getWidth(), box.getHeight() / drawn.getHeight());
        var to = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
        to.scale(scale, scale);
        to.translate(-drawn.getCenterX(), -drawn.getCenterY());
        return to.createTransformedShape(outline);
    }
}
