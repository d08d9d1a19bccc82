package passby.recognizer.detect;

import org.opencv.core.Rect;
import org.opencv.core.Size;

/**
 * Which region of a picture a look shows to the detector, and where on the net's input it lies. What of the input it does not
 * cover is grey.
 *
 * @param input of the net, both sides multiples of 32
 * @param region of the picture, in its pixels
 * @param place on the input, in its pixels
 */
record Window(Size input, Rect region, Rect place) {
    /** The net halves its input five times. */
    private static final int STEP = 32;

    /** The whole picture in the middle of the input, as large as the given share of it allows. */
    static Window whole(Size picture, Size input, double share) {
        var scale = share * Math.min(input.width / picture.width, input.height / picture.height);
        var wide = (int) Math.clamp(Math.round(scale * picture.width), 1, (long) input.width);
        var high = (int) Math.clamp(Math.round(scale * picture.height), 1, (long) input.height);
        var place = new Rect(((int) input.width - wide) / 2, ((int) input.height - high) / 2, wide, high);
        return new Window(input, new Rect(0, 0, (int) picture.width, (int) picture.height), place);
    }

    /** As much of an input as a picture fills, because empty rows and columns cost as much as full ones. */
    static Size input(Size picture, int width, int height) {
        var scale = Math.min(width / picture.width, height / picture.height);
        return new Size(multiple(scale * picture.width), multiple(scale * picture.height));
    }

    private static int multiple(double pixels) {
        return STEP * (int) Math.max(1, Math.ceil(pixels / STEP - 0.01));
    }

    /** What lies around a plate, so that the plate is so many pixels wide, or half the input high if that is less. */
    static Window around(Quad plate, double width, Size picture, Size input) {
        var wide = Math.max(1, plate.right() - plate.left());
        var high = Math.max(1, plate.bottom() - plate.top());
        var scale = Math.min(width / wide, input.height / 2 / high);
        var x = (plate.left() + plate.right()) / 2 - input.width / 2 / scale;
        var y = (plate.top() + plate.bottom()) / 2 - input.height / 2 / scale;
        var x0 = (int) Math.clamp(Math.floor(x), 0, picture.width - 1);
        var y0 = (int) Math.clamp(Math.floor(y), 0, picture.height - 1);
        var x1 = (int) Math.clamp(Math.ceil(x + input.width / scale), x0 + 1, picture.width);
        var y1 = (int) Math.clamp(Math.ceil(y + input.height / scale), y0 + 1, picture.height);
        var left = (int) Math.clamp(Math.round(scale * (x0 - x)), 0, (long) input.width - 1);
        var top = (int) Math.clamp(Math.round(scale * (y0 - y)), 0, (long) input.height - 1);
        var right = (int) Math.clamp(Math.round(scale * (x1 - x)), left + 1L, (long) input.width);
        var bottom = (int) Math.clamp(Math.round(scale * (y1 - y)), top + 1L, (long) input.height);
        return new Window(input, new Rect(x0, y0, x1 - x0, y1 - y0), new Rect(left, top, right - left, bottom - top));
    }

    /** A point of the input in the picture. */
    Corner inPicture(double x, double y) {
        return new Corner(
                region.x + (x - place.x) * region.width / place.width,
                region.y + (y - place.y) * region.height / place.height);
    }
}
