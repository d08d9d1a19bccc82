package passby.recognizer.bench;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import passby.core.picture.Box;

/**
 * A picture of one known plate.
 *
 * @param text of the plate
 * @param state that issued it; empty if not known
 * @param plate where it is, in pixels of the picture as it is shown
 * @param shown how the picture is shown to the recogniser
 */
record Sample(String set, Path path, String text, String state, Area plate, Shown shown) {
    record Area(double x, double y, double w, double h) {
        private Area shown(Shown as) {
            return new Area(
                    as.scale() * (x + as.margin() * w),
                    as.scale() * (y + as.margin() * h),
                    as.scale() * w,
                    as.scale() * h);
        }
    }

    /** Whole scenes, from columns {@code set,file,text,x,y,w,h}; each set's pictures lie in a folder of its name. */
    static List<Sample> scenes(Path csv) throws IOException {
        return rows(csv)
                .map(f -> new Sample(
                        f.get(0),
                        csv.resolveSibling(f.get(0)).resolve(f.get(1)),
                        f.get(2).toUpperCase(Locale.ROOT),
                        "",
                        new Area(number(f, 3), number(f, 4), number(f, 5), number(f, 6)),
                        Shown.AS_IT_IS))
                .filter(sample -> Files.exists(sample.path()))
                .toList();
    }

    /** The scenes of a file with several plates each. */
    static Stream<Street> streets(Path csv) throws IOException {
        return scenes(csv).stream()
                .collect(Collectors.groupingBy(Sample::path, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Street::of);
    }

    /** Pictures that a plate fills, from columns {@code file,state,text,w,h}; the pictures lie beside the file. */
    static List<Sample> crops(Path csv) throws IOException {
        return rows(csv)
                .map(f -> new Sample(
                        "crops",
                        csv.resolveSibling(f.get(0)),
                        f.get(2).toUpperCase(Locale.ROOT),
                        f.get(1),
                        new Area(0, 0, number(f, 3), number(f, 4)),
                        Shown.AS_IT_IS))
                .filter(sample -> Files.exists(sample.path()))
                .toList();
    }

    private static Stream<List<String>> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream().skip(1).map(line -> List.of(line.split(",", -1)));
    }

    private static double number(List<String> fields, int index) {
        return fields.get(index).isEmpty() ? 0 : Double.parseDouble(fields.get(index));
    }

    /** The same picture in another size or with a margin, which is measured on pictures that the plate fills. */
    Sample as(Shown other) {
        return new Sample(set, path, text, state, plate.shown(other), other);
    }

    String file() {
        return path.getFileName().toString();
    }

    /** a or b, by the hash of the file's name: choices are made on one half and reported on the other. */
    String half() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(file().getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 1) == 0 ? "a" : "b";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The picture as JPEG, which is all that a camera sends; others are converted. */
    byte[] jpeg() {
        try {
            var isJpeg = file().toLowerCase(Locale.ROOT).matches(".*[.]jpe?g");
            return isJpeg && shown.equals(Shown.AS_IT_IS) ? Files.readAllBytes(path) : encoded(picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dimension size() {
        try {
            var picture = picture();
            return new Dimension(picture.getWidth(), picture.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the picture shows around the plate, as JPEG. */
    byte[] plateJpeg() {
        try {
            var picture = picture();
            var x0 = clamp(plate.x() - plate.w() * 0.2, picture.getWidth() - 1);
            var y0 = clamp(plate.y() - plate.h() * 0.5, picture.getHeight() - 1);
            var x1 = clamp(plate.x() + plate.w() * 1.2, picture.getWidth());
            var y1 = clamp(plate.y() + plate.h() * 1.5, picture.getHeight());
            return encoded(picture.getSubimage(x0, y0, Math.max(1, x1 - x0), Math.max(1, y1 - y0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int clamp(double pixel, int most) {
        return Math.clamp(Math.round(pixel), 0, most);
    }

    private BufferedImage picture() throws IOException {
        return shown.of(ImageIO.read(path.toFile()));
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.getGraphics().drawImage(picture, 0, 0, null);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(opaque, "jpg", bytes);
        return bytes.toByteArray();
    }

    /** Whether the middle of a box, in fractions of a picture of this size, lies on the plate. */
    boolean isAt(Box box, Dimension picture) {
        var x = box.centreX() * picture.width;
        var y = box.centreY() * picture.height;
        return x > plate.x() && x < plate.x() + plate.w() && y > plate.y() && y < plate.y() + plate.h();
    }

    /** O and Q count as 0 and I as 1: on many plates they are one shape. */
    static String folded(String text) {
        return text.replace('O', '0').replace('Q', '0').replace('I', '1');
    }
}
