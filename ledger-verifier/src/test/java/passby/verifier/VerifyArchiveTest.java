package passby.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import passby.core.balance.AliveReads.Stored;
import passby.core.balance.Balance;
import passby.core.balance.Tally;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.LedgerExport;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.MerkleTree;
import passby.core.note.TestKeys;
import passby.core.purge.PurgeReceipt;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.testing.TestData;

/** Two days of a city: ten reads admitted, four purged the next day, and a balance after each. */
final class VerifyArchiveTest {
    private static final Instant ADMITTED = Instant.parse("2036-05-04T12:00:00Z");
    private static final Instant PURGED = Instant.parse("2036-05-05T12:00:00Z");
    private static final Cohort COHORT = Cohort.of(ADMITTED, RetentionClass.NON_HIT);
    private static final String RECEIPT = "receipts/2036-05-05/batch-1.json";
    private static final String ADMISSION = "admissions/2036-05-04/12-00.json";

    private final Map<String, String> files = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();

    VerifyArchiveTest() {
        admit();
        balance("2036-05-05", new Tally(10, 0, 0, 0), new Stored(10, 0));
        purge("batch-1", PURGED.minusSeconds(60), PURGED);
        balance("2036-05-06", new Tally(10, 0, 0, 4), new Stored(5, 1));
    }

    private void admit() {
        var leaves = List.of("aa".repeat(32), "bb".repeat(32));
        var root = MerkleTree.root(leaves.stream()
                .map(leaf -> leaf.getBytes(StandardCharsets.UTF_8))
                .toList());
        var counts = new TreeMap<String, Object>(Map.of(
                "v", 1, "minute", ADMITTED.toString(), "frames", 2, "reads", Map.of(COHORT.code(), 10), "root", root));
        enter(EntryType.FRAMES_ADMITTED, ADMITTED.toString(), CanonicalJson.write(counts));
        counts.put("leaves", leaves);
        files.put(ADMISSION, CanonicalJson.write(counts));
    }

    private void purge(String batch, Instant due, Instant at) {
        var receipt = new PurgeReceipt(
                batch, at, Map.of("read", 4L), Map.of(COHORT, 4L), due, due.plusSeconds(30), List.of("aa".repeat(32)));
        enter(EntryType.ROWS_PURGED, batch, receipt.summary());
        files.put(receipt.file(), receipt.document());
    }

    private void balance(String day, Tally tally, Stored stored) {
        var at = LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC).plus(Duration.ofMinutes(3));
        var balance = new Balance(at, Map.of(COHORT, new Balance.Line(tally, stored)));
        var file = "balances/" + day + ".json";
        enter(
                EntryType.DAY_BALANCED,
                file,
                "{\"lost\":" + balance.lost() + ",\"sha256\":\"" + Digests.sha256Hex(balance.document()) + "\"}");
        files.put(file, balance.document());
    }

    private void enter(EntryType type, String subject, String counts) {
        entries.add(TestData.entry(type, Map.of(Field.SUBJECT, subject, Field.COUNTS, counts)));
    }

    private Report verified() {
        return verified(export());
    }

    private Report verified(String export) {
        var report = new VerifyProof(TestKeys.LOG.verifierKey(), RawLog.TIME).export(export);
        new VerifyArchive(new Archived(files), report).check(export);
        return report;
    }

    private String export() {
        var log = new RawLog();
        entries.forEach(log::add);
        log.sealed();
        var exported = new ArrayList<ExportedEntry>();
        for (var entry : entries) {
            exported.add(new ExportedEntry(
                    exported.size(),
                    entry.canonical(),
                    entry.openings(),
                    log.tree().inclusionProof(exported.size())));
        }
        return new LedgerExport(log.checkpoint(), exported).json();
    }

    private record Archived(Map<String, String> files) implements ListedFiles {
        @Override
        public Optional<byte[]> find(String path) {
            return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<String> paths() {
            return List.copyOf(files.keySet());
        }
    }

    private List<String> broken() {
        return verified().failures().stream()
                .map(failure -> failure.rule().code() + " " + failure.place())
                .toList();
    }

    private void change(String path, String from, String to) {
        files.compute(path, (name, text) -> Objects.requireNonNull(text).replace(from, to));
    }

    @Test
    void anArchiveAsTheCityKeepsItHolds() {
        var report = verified();

        assertThat(report.failures()).isEmpty();
        assertThat(report.facts()).contains("archive: 1 admissions, 1 purge receipts, 2 daily balances");
    }

    @Test
    void aFileThatIsMissingIsNamedWithItsRule() {
        for (var expected : List.of(
                "admission " + ADMISSION, "purge-receipt " + RECEIPT, "daily-balance balances/2036-05-06.json")) {
            var path = expected.substring(expected.indexOf(' ') + 1);
            var content = Objects.requireNonNull(files.remove(path));

            assertThat(broken()).contains(expected);

            files.put(path, content);
        }
    }

    @Test
    void aReceiptWithoutAnEntryIsNamed() {
        files.put("receipts/2036-05-05/batch-9.json", "{}");

        assertThat(broken()).containsExactly("purge-receipt receipts/2036-05-05/batch-9.json");
    }

    @Test
    void aRowThatWasDeletedLateIsNamed() {
        purge("batch-2", PURGED.minus(Duration.ofHours(7)), PURGED.plusSeconds(60));
        entries.removeIf(entry -> entry.type() == EntryType.DAY_BALANCED);
        files.keySet().removeIf(path -> path.startsWith("balances/"));

        assertThat(broken()).containsExactly("purge-late receipts/2036-05-05/batch-2.json");
    }

    @Test
    void aDayWithoutABalanceIsNamed() {
        balance("2036-05-09", new Tally(10, 0, 0, 4), new Stored(6, 0));

        assertThat(broken()).containsExactly("daily-balance balances/2036-05-07.json");
    }

    @Test
    void aReadThatIsNeitherStoredNorPurgedIsNamed() {
        balance("2036-05-07", new Tally(10, 0, 0, 4), new Stored(5, 0));

        assertThat(verified().failures())
                .extracting(Failure::detail)
                .containsExactly("1 reads neither are stored nor have a receipt");
    }

    @Test
    void aBalanceThatSaysMoreWasPurgedThanReceiptsSayIsNamed() {
        balance("2036-05-07", new Tally(10, 0, 0, 6), new Stored(4, 0));

        assertThat(broken()).containsExactly("daily-balance balances/2036-05-07.json");
    }

    @Test
    void aBalanceThatForgetsWhatWasAdmittedIsNamed() {
        balance("2036-05-07", new Tally(6, 0, 0, 4), new Stored(2, 0));

        assertThat(broken()).containsExactly("daily-balance balances/2036-05-07.json");
    }

    @Test
    void aFileWithOtherContentIsNamed() {
        change(RECEIPT, "\"read\":4", "\"read\":3");
        change(ADMISSION, "aa".repeat(32), "ac".repeat(32));
        change("balances/2036-05-06.json", "\"alive\":5", "\"alive\":6");

        assertThat(broken())
                .contains(
                        "purge-receipt " + RECEIPT, "admission " + ADMISSION, "daily-balance balances/2036-05-06.json");
    }

    /** Each bit of the archive is bound by an entry. */
    @Test
    void aBitThatIsChangedAnywhereInTheArchiveIsFound() {
        var random = new Random(13);
        var rules = EnumSet.of(Rule.ADMISSION, Rule.PURGE_RECEIPT, Rule.DAILY_BALANCE);
        var paths = List.copyOf(files.keySet());
        var export = export();

        for (var i = 0; i < 1000; i++) {
            var path = paths.get(random.nextInt(paths.size()));
            var text = Objects.requireNonNull(files.get(path));
            var changed = text.toCharArray();
            var place = random.nextInt(changed.length);
            changed[place] ^= (char) (1 << random.nextInt(7));
            files.put(path, new String(changed));

            assertThat(verified(export).failures())
                    .as("%s, character %d", path, place)
                    .isNotEmpty()
                    .allMatch(failure -> rules.contains(failure.rule()));

            files.put(path, text);
        }
    }
}
