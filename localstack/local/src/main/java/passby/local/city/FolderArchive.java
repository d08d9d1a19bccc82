package passby.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import passby.core.archive.Archive;

/** Files in a folder. A file is written beside its place and moved there, so that nobody reads half of one. */
final class FolderArchive implements Archive {
    private final Path folder;

    private FolderArchive(Path folder) {
        this.folder = folder;
    }

    static FolderArchive open(Path folder) throws IOException {
        return new FolderArchive(Files.createDirectories(folder));
    }

    @Override
    public void put(String name, String content) {
        try {
            var file = file(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            var whole = Files.createTempFile(file.getParent(), ".", ".new");
            Files.move(
                    Files.writeString(whole, content),
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> find(String name) {
        try {
            return Optional.of(Files.readString(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> list(String prefix) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith(prefix) && !name.endsWith(".new"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names come from addresses of strangers too: none leads out of the folder. */
    private Path file(String name) {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IllegalArgumentException("a name that leads out of the folder");
        }
        return file;
    }
}
