package passby.local.springfield;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** The pictures that come with Passby: drawn streets with made-up plates, listed with their truth in {@code truth.csv}. */
public final class Samples {
    private static final String FOLDER = "samples/";

    private Samples() {}

    /** Puts them into a folder below the given one and answers their paths. */
    public static List<Path> unpack(Path folder) throws IOException {
        var target = Files.createDirectories(folder.resolve("samples"));
        return names().stream().map(name -> unpack(name, target)).toList();
    }

    private static List<String> names() throws IOException {
        try (var truth = open("truth.csv")) {
            return new String(truth.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .distinct()
                    .toList();
        }
    }

    private static Path unpack(String name, Path target) {
        try (var picture = open(name)) {
            var file = target.resolve(name);
            Files.copy(picture, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Samples.class.getResourceAsStream(FOLDER + name), name);
    }
}
