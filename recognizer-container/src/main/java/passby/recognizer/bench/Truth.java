package passby.recognizer.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import passby.core.recognition.Box;

/**
 * What one picture shows.
 *
 * @param folder in which the picture lies
 * @param text of its plate
 * @param x left side of the plate in pixels of the picture, with y, w and h
 */
record Truth(String set, Path folder, String file, String text, double x, double y, double w, double h) {
    static List<Truth> all(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .filter(f -> f.size() == 7
                        && Files.exists(csv.resolveSibling(f.get(0)).resolve(f.get(1))))
                .map(f -> of(csv.resolveSibling(f.get(0)), f))
                .toList();
    }

    private static Truth of(Path folder, List<String> f) {
        return new Truth(
                f.get(0),
                folder,
                f.get(1),
                f.get(2).toUpperCase(Locale.ROOT),
                number(f, 3),
                number(f, 4),
                number(f, 5),
                number(f, 6));
    }

    private static double number(List<String> fields, int index) {
        return fields.get(index).isEmpty() ? 0 : Double.parseDouble(fields.get(index));
    }

    /** The picture as JPEG, which is all that a camera sends; others are converted. */
    byte[] jpeg() {
        try {
            var path = folder.resolve(file);
            if (file.toLowerCase(Locale.ROOT).matches(".*[.]jpe?g")) {
                return Files.readAllBytes(path);
            }
            var converted = new ByteArrayOutputStream();
            var picture = ImageIO.read(path.toFile());
            var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            opaque.getGraphics().drawImage(picture, 0, 0, null);
            ImageIO.write(opaque, "jpg", converted);
            return converted.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the plate's place in fractions of the picture, as answers have it. */
    Truth inFractions(byte[] jpeg) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(jpeg));
            var across = (double) picture.getWidth();
            var down = (double) picture.getHeight();
            return new Truth(set, folder, file, text, x / across, y / down, w / across, h / down);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the middle of a box lies on the plate; both in fractions. */
    boolean isAround(Box box) {
        var cx = box.centreX();
        var cy = box.centreY();
        return cx > x && cx < x + w && cy > y && cy < y + h;
    }

    /** O counts as 0 and I as 1. */
    static String folded(String text) {
        return text.replace('O', '0').replace('I', '1');
    }
}
