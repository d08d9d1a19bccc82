package passby.recognizer.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What one picture shows.
 *
 * @param folder in which the picture lies
 * @param text of its plate
 * @param x left side of the plate in pixels, with y, w and h
 */
record Truth(String set, Path folder, String file, String text, double x, double y, double w, double h) {
    static List<Truth> all(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(f ->
                        f.length == 7 && Files.exists(csv.resolveSibling(f[0]).resolve(f[1])))
                .map(f -> new Truth(
                        f[0],
                        csv.resolveSibling(f[0]),
                        f[1],
                        f[2].toUpperCase(Locale.ROOT),
                        Double.parseDouble(f[3]),
                        Double.parseDouble(f[4]),
                        Double.parseDouble(f[5]),
                        Double.parseDouble(f[6])))
                .toList();
    }

    static byte[] bytes(Path picture) {
        try {
            return Files.readAllBytes(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** O counts as 0 and I as 1. */
    static String folded(String text) {
        return text.replace('O', '0').replace('I', '1');
    }
}
