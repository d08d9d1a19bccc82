package passby.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import passby.core.id.Digests;
import passby.core.lists.Manifests;

/** Manifests as files of a folder that holds others too. */
record ManifestFolder(Path folder) implements Manifests {
    private static final String SUFFIX = ".manifest";

    private Path path(String name) {
        return folder.resolve(HexFormat.of().formatHex(Digests.utf8(name)) + SUFFIX);
    }

    @Override
    public void write(String name, Consumer<OutputStream> writer) {
        try (var output = Files.newOutputStream(path(name))) {
            writer.accept(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) {
        return Files.exists(path(name)) ? Optional.of(read(path(name))) : Optional.empty();
    }

    @Override
    public List<String> names(String source) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
                    .filter(name -> name.startsWith(source + "/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream read(Path path) {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
