package passby.local.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.sealing.LogStore;
import passby.core.sealing.LogStoreContract;

final class LedgerFolderTest extends LogStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected LogStore empty() {
        try {
            return LedgerFolder.open(folder.resolve("ledger"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingUnfinishedLiesAmongTheFilesOfTheLog() throws IOException {
        var store = empty();
        store.create("tile/0/000", new byte[] {1});
        store.create("tile/0/000", new byte[] {2});

        try (var files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).containsExactly(folder.resolve("ledger/tile/0/000"));
        }
    }

    @Test
    void whoServesTheLogCanReadItsFiles() throws IOException {
        empty().create("checkpoint", new byte[] {1});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ledger/checkpoint"))))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void noPathLeadsOutOfTheFolder() {
        var store = empty();

        assertThatThrownBy(() -> store.find("../secret")).isInstanceOf(IllegalArgumentException.class);
    }
}
