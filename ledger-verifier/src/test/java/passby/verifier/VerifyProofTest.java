package passby.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.LedgerExport;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.note.TestKeys;
import passby.core.testing.TestData;
import passby.core.tlog.InclusionProof;

final class VerifyProofTest {
    private static final int INDEX = 40;

    private final Entry entry =
            TestData.entry(EntryType.SEARCH, Map.of(Field.PLATE, "7TST123", Field.ACTOR, "officer-lopez"));
    private final RawLog log = log();

    private RawLog log() {
        var log = RawLog.ofEntries(INDEX).add(entry);
        for (var i = 0; i < 300; i++) {
            log.add(TestData.entry(EntryType.HIT_STEP));
        }
        return log.sealed();
    }

    private static VerifyProof verifier() {
        return new VerifyProof(TestKeys.LOG.verifierKey(), RawLog.TIME);
    }

    private LedgerExport disclosure(Field field, Opening opening) {
        return new LedgerExport(
                log.checkpoint(),
                List.of(new ExportedEntry(
                        INDEX,
                        entry.canonical(),
                        Map.of(field, opening),
                        log.tree().inclusionProof(INDEX))));
    }

    private Opening opening(Field field) {
        return Objects.requireNonNull(entry.openings().get(field));
    }

    private LedgerExport disclosure(Field field) {
        return disclosure(field, opening(field));
    }

    private String receipt() {
        var proof = new InclusionProof(INDEX, log.tree().inclusionProof(INDEX), log.checkpoint());
        return CanonicalJson.write(
                Map.of("results", 3, "entryId", entry.entryId(), "leafHash", entry.leafHash(), "proof", proof.text()));
    }

    @Test
    void aFieldThatWasOpenedIsChecked() {
        var report = verifier().export(disclosure(Field.PLATE).json());

        assertThat(report.failures()).isEmpty();
        assertThat(report.facts()).containsExactly("1 entries, 1 opened fields");
    }

    @Test
    void anotherValueOrSaltOrFieldIsNotWhatWasCommitted() {
        var plate = opening(Field.PLATE);
        var salt = HexFormat.of().parseHex(plate.salt());
        salt[7] ^= 1;

        for (var wrong : List.of(
                disclosure(Field.PLATE, new Opening(plate.salt(), "7TST124")),
                disclosure(Field.PLATE, new Opening(HexFormat.of().formatHex(salt), plate.value())),
                disclosure(Field.ACTOR, plate),
                disclosure(Field.GRANT, plate))) {
            assertThat(verifier().export(wrong.json()).failures())
                    .extracting(Failure::rule)
                    .containsExactly(Rule.COMMITMENT);
        }
    }

    /** Everything in an export is bound: each bit of it. */
    @Test
    void aBitThatIsChangedAnywhereInAnExportIsFound() {
        var json = disclosure(Field.PLATE).json().replaceAll("\\\\n— shelbyville[^\"]*", "\\\\n");
        assertThat(verifier().export(json).failures()).isEmpty();
        var random = new Random(13);
        var found = EnumSet.noneOf(Rule.class);

        for (var i = 0; i < 1000; i++) {
            var changed = json.toCharArray();
            var place = random.nextInt(changed.length);
            changed[place] ^= (char) (1 << random.nextInt(7));
            var report = verifier().export(new String(changed));

            assertThat(report.holds()).as("character %d", place).isFalse();
            report.failures().forEach(failure -> found.add(failure.rule()));
        }
        assertThat(found)
                .contains(
                        Rule.EXPORT_FORM, Rule.CHECKPOINT_SIGNATURE, Rule.INCLUSION, Rule.COMMITMENT, Rule.ENTRY_FORM);
    }

    @Test
    void aReceiptWithItsProofIsCheckedOffline() {
        assertThat(verifier().receipt(receipt()).failures()).isEmpty();
    }

    @Test
    void aReceiptOfAnotherEntryIsNotProved() {
        var other = receipt()
                .replace(entry.leafHash(), TestData.entry(EntryType.SEARCH).leafHash());

        assertThat(verifier().receipt(other).failures())
                .extracting(Failure::rule)
                .containsExactly(Rule.INCLUSION);
    }

    @Test
    void aReceiptWithAnEndlessProofIsRefusedAndNeedsNoDeepStack() {
        var endless = receipt().replaceFirst("\"proof\":\"", "\"proof\":\"" + "a\\\\n".repeat(500_000));

        assertThat(verifier().receipt(endless).failures())
                .extracting(Failure::rule)
                .containsExactly(Rule.RECEIPT);
    }

    @Test
    void aReceiptWithoutAProofAsksForALog() {
        var answer = "{ \"entryId\" : \"" + entry.entryId() + "\", \"leafHash\":\"" + entry.leafHash() + "\" }";

        assertThat(verifier().receipt(answer).failures())
                .extracting(Failure::rule)
                .containsExactly(Rule.RECEIPT);
        assertThat(verifier().receipt("{}").failures())
                .extracting(Failure::rule)
                .containsExactly(Rule.RECEIPT);
    }

    @Test
    void aLogIsComparedWithTheProofsCheckpoint() {
        var earlier = log.checkpoint().bytes();
        log.add(TestData.entry(EntryType.SEARCH)).sealed();

        assertThat(verifier().continued(earlier, log).failures()).isEmpty();
        assertThat(verifier().continued(earlier, RawLog.ofEntries(341)).failures())
                .extracting(Failure::rule)
                .containsExactly(Rule.FORK);
        assertThat(verifier().continued(earlier, RawLog.ofEntries(400)).failures())
                .extracting(Failure::rule)
                .containsExactly(Rule.CONSISTENCY);
        assertThat(verifier().continued(earlier, RawLog.ofEntries(20)).facts())
                .containsExactly("the log's copy ends before the proof's checkpoint: ask again when it has grown");
    }
}
