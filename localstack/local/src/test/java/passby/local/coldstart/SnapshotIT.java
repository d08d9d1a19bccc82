package passby.local.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.FunctionSpec;
import passby.aws.api.ReadFunctions;
import passby.aws.api.SearchFunctions;
import passby.core.plate.Plate;
import passby.local.bench.CannedRecognizer;
import passby.local.engine.LocalClients;

/**
 * What the memory of a function holds at the moment in which Lambda takes its snapshot: its live heap is written down by the
 * JDK's own tool and searched. The same search after the first answer finds everything, so it does find.
 */
final class SnapshotIT {
    @TempDir
    Path folder;

    static List<FunctionSpec> functions() {
        return List.of(SearchFunctions.SEARCH, ReadFunctions.READ_PLATES);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void noCredentialAndNoKeyIsInASnapshot(FunctionSpec function) throws IOException, InterruptedException {
        var recognizer = new CannedRecognizer(new Plate("HWL5093"), "OH");
        try (var work = ColdStartCity.open(FunctionFolder.in(folder.resolve("code")), folder, recognizer)) {
            var snapshot = folder.resolve("snapshot.hprof");
            var afterwards = folder.resolve("afterwards.hprof");

            work.dumped(function, snapshot, afterwards);

            var key = Files.readAllBytes(folder.resolve("city.key"));
            var secrets = List.of(
                    innerPad(key), LocalClients.CREDENTIALS.secretAccessKey().getBytes(StandardCharsets.US_ASCII));
            assertThat(holds(snapshot, key)).isFalse();
            assertThat(secrets).noneMatch(secret -> holds(snapshot, secret));
            assertThat(secrets).allMatch(secret -> holds(afterwards, secret));
        }
    }

    /** As HMAC keeps a key in memory: each byte with 0x36 (RFC 2104, section 2). */
    private static byte[] innerPad(byte[] key) {
        var padded = key.clone();
        for (var i = 0; i < padded.length; i++) {
            padded[i] ^= 0x36;
        }
        return padded;
    }

    private static boolean holds(Path dump, byte[] sought) {
        var bytes = bytes(dump);
        for (var i = 0; i + sought.length <= bytes.length; i++) {
            var same = 0;
            while (same < sought.length && bytes[i + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
