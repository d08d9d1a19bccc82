package passby.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @Test
    void nobodyElseOfTheMachineLooksIntoACitysFolder(@TempDir Path parent) throws IOException {
        var open = Files.createDirectory(parent.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        for (var chosen : new Path[] {open, parent.resolve("new/one"), null}) {
            try (var folder = DataFolder.open(chosen)) {
                assertThat(Files.getPosixFilePermissions(folder.path()))
                        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            }
        }
    }
}
