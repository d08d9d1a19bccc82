package passby.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import passby.core.note.MalformedException;

/** A log in a folder, as the local city keeps it or as a copy was downloaded. */
final class FolderFiles implements ListedFiles {
    private final Path folder;
    private final int maxBytes;

    /** @param maxBytes of one file; a longer one is refused as soon as that is seen */
    FolderFiles(Path folder, int maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    @Override
    public Optional<byte[]> find(String path) {
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var content = Files.newInputStream(file)) {
            var bytes = content.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new MalformedException(path + " is longer than any such file");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> paths() {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
