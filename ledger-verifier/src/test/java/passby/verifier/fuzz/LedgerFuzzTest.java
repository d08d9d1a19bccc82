package passby.verifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.disclosure.EntryFormatException;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.LedgerExport;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.EntryType;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.note.SigningKey;
import passby.core.note.TestKeys;
import passby.core.note.VerifierKey;
import passby.core.testing.TestData;
import passby.core.tlog.AddCheckpoint;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.InclusionProof;
import passby.core.tlog.Tile;
import passby.core.tlog.TreeHash;

/** Every parser that meets a stranger's bytes: it accepts what it would write itself, and refuses the rest by its own exception. */
class LedgerFuzzTest {
    private static final int MAX_ENTRY = 8 << 10;

    static Stream<byte[]> wellMade() {
        var entry = TestData.entry(EntryType.SEARCH).canonical();
        var text = new Checkpoint("springfield.example/ledger", 7, TreeHash.EMPTY, TestData.NOW).text();
        var note = TestKeys.LOG.signed(text);
        var exported = new ExportedEntry(3, entry, Map.of(), List.of(TreeHash.EMPTY));
        return Stream.of(
                        new byte[0],
                        entry.getBytes(StandardCharsets.UTF_8),
                        note.bytes(),
                        text.getBytes(StandardCharsets.UTF_8),
                        EntryBundle.encode(List.of(new byte[] {1}, new byte[] {2, 3})),
                        new AddCheckpoint(3, List.of(TreeHash.EMPTY), note).bytes(),
                        new InclusionProof(3, List.of(TreeHash.EMPTY), note)
                                .text()
                                .getBytes(StandardCharsets.UTF_8),
                        new LedgerExport(note, List.of(exported)).json().getBytes(StandardCharsets.UTF_8),
                        "tile/0/x001/002.p/7".getBytes(StandardCharsets.UTF_8),
                        TestKeys.LOG.file().getBytes(StandardCharsets.UTF_8),
                        TestKeys.LOG.verifierKey().text().getBytes(StandardCharsets.UTF_8))
                .map(byte[]::clone);
    }

    private static void accepts(Runnable parser) {
        try {
            parser.run();
        } catch (MalformedException | EntryFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @MethodSource("wellMade")
    @FuzzTest(maxDuration = "5m")
    void whatIsAcceptedIsWhatWouldBeWritten(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        accepts(() -> assertThat(Note.parse(bytes).bytes()).isEqualTo(bytes));
        accepts(() -> assertThat(Checkpoint.parse(text).text()).isEqualTo(text));
        accepts(() -> assertThat(AddCheckpoint.parse(bytes).bytes()).isEqualTo(bytes));
        accepts(() -> assertThat(InclusionProof.parse(text).text()).isEqualTo(text));
        accepts(() -> assertThat(LedgerExport.parse(text).json()).isEqualTo(text));
        accepts(() -> assertThat(Tile.parse(text).path()).isEqualTo(text));
        accepts(() -> assertThat(VerifierKey.parse(text).text()).isEqualTo(text));
        accepts(() -> assertThat(SigningKey.parse(text).file()).isEqualTo(text));
        accepts(() -> assertThat(SealedEntry.parse(bytes).entryId()).hasSize(26));
        accepts(() -> assertThat(EntryBundle.encode(EntryBundle.parse(bytes, 2, MAX_ENTRY)))
                .isEqualTo(bytes));
    }
}
