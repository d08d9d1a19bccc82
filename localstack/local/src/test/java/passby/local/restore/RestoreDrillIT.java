package passby.local.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.note.Note;
import passby.core.tlog.Checkpoint;

/** What scripts/drill prints is checked by the verifier; here is checked that the city goes on. */
final class RestoreDrillIT {
    @TempDir
    private Path folder;

    private RestoreDrill.Result drill(Loss loss) throws IOException, InterruptedException {
        try (var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            return new RestoreDrill(loss, folder, out).run();
        }
    }

    private long size(String city) throws IOException {
        var note = Note.parse(Files.readAllBytes(folder.resolve(city + "/ledger-public/checkpoint")));
        return Checkpoint.parse(note.text()).size();
    }

    @Test
    void aCityWhoseLogIsGoneContinuesItsPublicCopyUnderTheSameKey() throws IOException, InterruptedException {
        var result = drill(Loss.LEDGER);

        assertThat(result.camerasAfter()).isEqualTo(result.camerasBefore()).isPositive();
        assertThat(size("after")).isGreaterThan(size("before"));
    }

    /** Sealed once more, an entry would make the log one that no verifier takes. */
    @Test
    void whatWaitedWhenTheTablesWereCopiedAndIsInTheLogByNowIsNotSealedAgain()
            throws IOException, InterruptedException {
        var result = drill(Loss.TABLES);

        assertThat(result.sealedSince()).isPositive();
        assertThat(result.camerasAfter()).isEqualTo(result.camerasBefore()).isPositive();
        assertThat(RestoreDrill.ids(folder.resolve("after"))).doesNotHaveDuplicates();
    }

    @Test
    void aRegionThatIsLostTakesTheCamerasAndLeavesTheLogToVerify() throws IOException, InterruptedException {
        var result = drill(Loss.REGION);

        assertThat(result.camerasBefore()).isPositive();
        assertThat(result.camerasAfter()).isZero();
        assertThat(size("before")).isPositive();
    }
}
