package passby.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.LedgerExport;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.note.TestKeys;
import passby.core.testing.TestData;
import passby.core.tlog.InclusionProof;

final class MainTest {
    private static final String KEY = TestKeys.LOG.verifierKey().text();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Entry entry = TestData.entry(EntryType.SEARCH);
    private final RawLog log = RawLog.ofEntries(300).add(entry).sealed();

    @BeforeEach
    void writeLog() throws IOException {
        for (var file : log.files.entrySet()) {
            var path = folder.resolve("log").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.writeString(folder.resolve("log/vkey"), KEY + "\n");
    }

    private String run(int expected, String... arguments) {
        printed.reset();
        var clock = Clock.fixed(RawLog.TIME, ZoneOffset.UTC);
        var status = new Main(clock, new PrintStream(printed, true, StandardCharsets.UTF_8)).run(List.of(arguments));
        var text = printed.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isEqualTo(expected);
        return text;
    }

    private String file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String receipt(Map<String, Object> more) {
        var members = new TreeMap<String, Object>(more);
        members.put("entryId", entry.entryId());
        members.put("leafHash", entry.leafHash());
        return file("receipt.json", CanonicalJson.write(members));
    }

    private String logFolder() {
        return folder.resolve("log").toString();
    }

    @Test
    void aFolderThatHoldsIsOk() {
        assertThat(run(0, logFolder(), "--key", KEY)).contains("301 entries").endsWith("OK\n");
        assertThat(run(0, logFolder())).startsWith("no --key:");
        assertThat(run(
                        0,
                        logFolder(),
                        "--key",
                        KEY,
                        "--witness",
                        TestKeys.WITNESS.verifierKey().text()))
                .contains("witnessed by shelbyville.example/witness at 2036-05-06T12:01:30Z");
    }

    @Test
    void whatDoesNotHoldIsNamed() throws IOException {
        Files.write(folder.resolve("log/tile/0/000"), new byte[8192]);

        assertThat(run(1, logFolder(), "--key", KEY))
                .contains("FAILED tile at tile/0/000: it does not hold the hashes of its entries\n")
                .endsWith("NOT OK\n");
    }

    @Test
    void anOldCheckpointIsContinued() {
        var old = file("old", new String(log.checkpoint().bytes(), StandardCharsets.UTF_8));

        run(0, logFolder(), "--key", KEY, "--old", old);

        var other = RawLog.ofEntries(5).checkpoint().bytes();
        assertThat(run(1, logFolder(), "--key", KEY, "--old", file("old", new String(other, StandardCharsets.UTF_8))))
                .contains("FAILED consistency at --old");
    }

    @Test
    void aReceiptIsLookedForInTheLog() {
        run(0, logFolder(), "--key", KEY, "--receipt", receipt(Map.of()));

        var other =
                file("other.json", "{\"entryId\":\"" + entry.entryId() + "\",\"leafHash\":\"" + "0".repeat(64) + "\"}");
        assertThat(run(1, logFolder(), "--key", KEY, "--receipt", other)).contains("FAILED receipt");
    }

    @Test
    void whatWaitsInACopyAndIsInTheLogIsNamed() {
        var other = TestData.entry(EntryType.SEARCH).entryId();
        var waiting = file("waiting.txt", entry.entryId() + "\t" + other + "\n");

        assertThat(run(0, logFolder(), "--key", KEY, "--waiting", waiting))
                .contains("sealed already: " + entry.entryId() + "\n")
                .doesNotContain(other);
        assertThat(run(2, logFolder(), "--key", KEY, "--waiting", file("waiting.txt", "7TST123")))
                .contains("FAILED to read: --waiting: no ids of entries");
    }

    @Test
    void aReceiptWithItsProofNeedsNoLog() {
        var proof = new InclusionProof(300, log.tree().inclusionProof(300), log.checkpoint()).text();
        var receipt = receipt(Map.of("proof", proof));

        run(0, "--receipt", receipt, "--key", KEY);
        run(0, logFolder(), "--receipt", receipt, "--key", KEY);
    }

    @Test
    void anExportIsCheckedWithAndWithoutTheLog() {
        var exported = new ExportedEntry(
                300,
                entry.canonical(),
                Map.of(Field.SUBJECT, entry.openings().get(Field.SUBJECT)),
                log.tree().inclusionProof(300));
        var file = file("export.json", new LedgerExport(log.checkpoint(), List.of(exported)).json());

        assertThat(run(0, "--export", file, "--key", KEY)).contains("1 entries, 1 opened fields");
        run(0, logFolder(), "--export", file, "--key", KEY);
    }

    @Test
    void aBundleOfAHundredMegabytesIsRefusedUnread() throws IOException {
        try (var bundle =
                new RandomAccessFile(folder.resolve("log/tile/entries/000").toFile(), "rw")) {
            bundle.setLength(100 << 20);
        }

        assertThat(run(1, logFolder(), "--key", KEY)).contains("FAILED bundle at tile/entries/000");
    }

    @Test
    void whatIsNotUnderstoodIsExplained() {
        assertThat(run(2)).startsWith("verify-ledger DIR|URL");
        run(2, logFolder(), "--key");
        run(2, logFolder(), "--what", "x");
        run(2, logFolder(), logFolder());
        run(2, "--receipt", "x");
        assertThat(run(2, logFolder(), "--key", "no+key")).contains("FAILED to read: not a verifier key");
        run(2, folder.resolve("nowhere").toString());
    }
}
