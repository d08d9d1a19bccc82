package passby.recognizer.bench;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How a picture is shown to the recogniser, so that a choice can be tried on more than one look at the same plates.
 *
 * @param scale of its sides
 * @param margin of the picture's own mirror image around it, in fractions of its sides; it is cut at one picture's width
 */
record Shown(double scale, double margin) {
    static final Shown AS_IT_IS = new Shown(1, 0);

    BufferedImage of(BufferedImage picture) {
        if (equals(AS_IT_IS)) {
            return picture;
        }
        var left = margin * picture.getWidth();
        var top = margin * picture.getHeight();
        var shown = new BufferedImage(
                pixels(picture.getWidth() + 2 * left),
                pixels(picture.getHeight() + 2 * top),
                BufferedImage.TYPE_INT_RGB);
        var graphics = shown.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (var row = -1; row <= 1; row++) {
            for (var col = -1; col <= 1; col++) {
                graphics.drawImage(picture, tile(picture, left, top, row, col), null);
            }
        }
        graphics.dispose();
        return shown;
    }

    private int pixels(double side) {
        return (int) Math.max(1, Math.round(scale * side));
    }

    /** Beside the picture it lies mirrored, so that their edges meet. */
    private AffineTransform tile(BufferedImage picture, double left, double top, int row, int col) {
        var place = AffineTransform.getScaleInstance(scale, scale);
        place.translate(
                left + (col > 0 ? 2.0 * picture.getWidth() : 0), top + (row > 0 ? 2.0 * picture.getHeight() : 0));
        place.scale(col == 0 ? 1 : -1, row == 0 ? 1 : -1);
        return place;
    }
}
