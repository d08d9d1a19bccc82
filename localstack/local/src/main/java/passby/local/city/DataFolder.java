package passby.local.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Where a city keeps keys, log and data: a folder that stays, or one that goes with it. */
public record DataFolder(Path path, boolean temporary) implements AutoCloseable {

    /** @param chosen a folder that stays, or null for a temporary one */
    public static DataFolder open(@Nullable Path chosen) throws IOException {
        return chosen == null
                ? new DataFolder(Files.createTempDirectory("passby-"), true)
                : new DataFolder(forItsOwner(Files.createDirectories(chosen)), false);
    }

    /** Plates and keys lie in it, whatever the umask of whoever started the city says. */
    private static Path forItsOwner(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
