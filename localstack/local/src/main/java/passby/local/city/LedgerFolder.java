package passby.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import passby.core.sealing.LogStore;

/** A log as plain files in a folder, which any program can read, copy and serve. */
public final class LedgerFolder implements LogStore {
    private final Path folder;

    /** Unfinished files; beside the log and not in it, so that a crash leaves nothing among its files. */
    private final Path unfinished;

    private final AtomicLong number = new AtomicLong();

    private LedgerFolder(Path folder, Path unfinished) {
        this.folder = folder;
        this.unfinished = unfinished;
    }

    public static LedgerFolder open(Path folder) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        return new LedgerFolder(Files.createDirectories(folder), Files.createDirectories(unfinished));
    }

    @Override
    public Optional<byte[]> find(String path) {
        try {
            return Optional.of(Files.readAllBytes(file(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A hard link appears whole or not at all, and never over another file. */
    @Override
    public boolean create(String path, byte[] content) {
        try {
            var file = file(path);
            Files.createDirectories(file.getParent());
            var whole = write(content);
            try {
                Files.createLink(file, whole);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean replaceCheckpoint(byte @Nullable [] expected, byte[] checkpoint) {
        try (var lock = FileChannel.open(
                        unfinished.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            if (!Arrays.equals(find(CHECKPOINT).orElse(null), expected)) {
                return false;
            }
            Files.move(
                    write(checkpoint),
                    file(CHECKPOINT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> list(String prefix) {
        var parent = folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var files = Files.walk(parent)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(byte[] content) throws IOException {
        var file = unfinished.resolve("new-" + number.incrementAndGet() + "-"
                + ProcessHandle.current().pid());
        return Files.write(
                file,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    /** Paths come from the log's own code, and from addresses of strangers: none leads out of the folder. */
    private Path file(String path) {
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IllegalArgumentException("a path that leads out of the log");
        }
        return file;
    }
}
