package passby.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.note.MalformedException;

class FolderFilesTest {
    @TempDir
    Path folder;

    @Test
    void aMonthOfALargeCityIsLongerThanAnyFileOfALog() throws IOException {
        Files.write(folder.resolve("searches.csv"), new byte[ListedFiles.MAX_LOG_BYTES + 1]);

        var data = new FolderFiles(folder, ListedFiles.MAX_DATA_BYTES).find("searches.csv");

        assertThat(data).hasValueSatisfying(bytes -> assertThat(bytes).hasSize(ListedFiles.MAX_LOG_BYTES + 1));
        assertThatThrownBy(() -> new FolderFiles(folder, ListedFiles.MAX_LOG_BYTES).find("searches.csv"))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        var log = Files.createDirectory(folder.resolve("log"));
        Files.writeString(folder.resolve("secret"), "not of the log");

        assertThat(new FolderFiles(log, ListedFiles.MAX_LOG_BYTES).find("../secret"))
                .isEmpty();
    }
}
