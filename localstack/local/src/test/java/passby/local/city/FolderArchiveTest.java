package passby.local.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.archive.Archive;
import passby.core.archive.ArchiveContract;

final class FolderArchiveTest extends ArchiveContract {
    private final Archive files;

    FolderArchiveTest(@TempDir Path folder) throws IOException {
        files = FolderArchive.open(folder);
    }

    @Override
    protected Archive archive() {
        return files;
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> files.find("../secret.txt"));
    }

    @Test
    void anEmptyPrefixListsEverything() {
        files.put("a/b.csv", "");
        files.put("c.csv", "");

        assertThat(files.list("")).containsExactly("a/b.csv", "c.csv");
    }
}
