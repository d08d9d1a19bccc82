package passby.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.note.Note;
import passby.core.note.TestKeys;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import passby.core.tlog.EntryBundle;
import passby.core.tlog.Hash;

final class VerifyLogTest {
    private static Entry entry(Instant at, EntryType type, String policyHash, List<String> references) {
        return new EntryFactory(Clock.fixed(at, ZoneOffset.UTC), new Unique()::bytes)
                .create(type, Outcome.DONE, policyHash, Map.of(Field.SUBJECT, "x"), references);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 600})
    void aLogAsItWasSealedHolds(int count) {
        var report = RawLog.ofEntries(count).verified();

        assertThat(report.failures()).isEmpty();
        assertThat(report.facts()).anyMatch(fact -> fact.startsWith(count + " entries"));
    }

    @Test
    void aLogWithItsOlderCheckpointsAndPartialTilesHolds() {
        var log = RawLog.ofEntries(10);
        for (var i = 0; i < 9; i++) {
            for (var more = 0; more < 70; more++) {
                log.add(TestData.entry(EntryType.HIT_STEP));
            }
            log.sealed();
        }

        assertThat(log.verified().failures()).isEmpty();
        assertThat(log.verified().facts()).anyMatch(fact -> fact.contains("640 entries, 10 older checkpoints"));
    }

    /** Each of a thousand places in what is signed or hashed: tiles, entries, checkpoints, signatures of log and witness. */
    @Test
    void aBitThatIsChangedAnywhereIsFoundUnderItsRule() {
        var log = RawLog.ofEntries(100);
        for (var i = 0; i < 200; i++) {
            log.add(TestData.entry(EntryType.SEARCH));
        }
        log.sealed();
        var random = new Random(13);
        var paths = List.copyOf(log.files.keySet());
        var found = EnumSet.noneOf(Rule.class);

        for (var i = 0; i < 1000; i++) {
            var path = paths.get(random.nextInt(paths.size()));
            var bytes = log.bytes(path);
            var place = random.nextInt(protectedBytes(path, bytes));
            var bit = 1 << random.nextInt(8);
            bytes[place] ^= (byte) bit;

            var broken = log.brokenRules();

            assertThat(broken)
                    .as("%s, byte %d, bit %d", path, place, bit)
                    .isNotEmpty()
                    .allMatch(allowed(path)::contains);
            found.addAll(broken);
            bytes[place] ^= (byte) bit;
        }
        assertThat(log.verified().failures()).isEmpty();
        assertThat(found)
                .contains(
                        Rule.CHECKPOINT_FORM,
                        Rule.CHECKPOINT_SIGNATURE,
                        Rule.WITNESS,
                        Rule.BUNDLE,
                        Rule.TILE,
                        Rule.ROOT);
    }

    /** An archived checkpoint counts by the log's signature; what stands behind that line is the witnesses' affair. */
    private static int protectedBytes(String path, byte[] bytes) {
        if (!path.startsWith("checkpoints/")) {
            return bytes.length;
        }
        var note = Note.parse(bytes);
        return new Note(note.text(), note.signatures().subList(0, 1)).bytes().length;
    }

    private static Set<Rule> allowed(String path) {
        if (path.startsWith("checkpoint")) {
            return EnumSet.of(Rule.CHECKPOINT_FORM, Rule.CHECKPOINT_SIGNATURE, Rule.WITNESS);
        }
        if (!path.startsWith("tile/entries/")) {
            return EnumSet.of(Rule.TILE);
        }
        return EnumSet.of(
                Rule.BUNDLE,
                Rule.TILE,
                Rule.ROOT,
                Rule.CONSISTENCY,
                Rule.FORK,
                Rule.ENTRY_FORM,
                Rule.ENTRY_TYPE,
                Rule.ENTRY_VERSION,
                Rule.ENTRY_HOUR,
                Rule.POLICY);
    }

    @Test
    void twoLogsOfOneOriginAreAFork() {
        var ours = RawLog.ofEntries(5);
        var theirs = RawLog.ofEntries(5).checkpoint().bytes();

        var report = ours.verified(Optional.of(theirs));

        assertThat(report.failures()).extracting(Failure::rule).containsExactly(Rule.FORK);
    }

    @Test
    void aLogThatWasRewrittenDoesNotContinueWhatWasKept() {
        var kept = RawLog.ofEntries(5).checkpoint().bytes();

        var report = RawLog.ofEntries(9).verified(Optional.of(kept));

        assertThat(report.failures()).extracting(Failure::rule).containsExactly(Rule.CONSISTENCY);
        assertThat(report.failures()).extracting(Failure::place).containsExactly("--old");
    }

    @Test
    void aLogThatLostItsTailIsFound() {
        var log = RawLog.ofEntries(5);
        var kept = log.checkpoint().bytes();
        log.add(TestData.entry(EntryType.SEARCH)).sealed();
        var larger = log.checkpoint().bytes();
        log.files.put("checkpoint", kept);
        log.files.keySet().removeIf(path -> path.contains("6"));

        var report = log.verified(Optional.of(larger));

        assertThat(report.failures()).extracting(Failure::rule).containsExactly(Rule.TAIL_LOST);
    }

    @Test
    void anOlderPartialTileWithOtherContentIsFound() {
        var log = RawLog.ofEntries(5);
        log.add(TestData.entry(EntryType.SEARCH)).sealed();
        log.files.put("tile/0/000.p/5", new byte[5 * Hash.BYTES]);

        assertThat(log.verified().failures())
                .containsExactly(
                        new Failure(Rule.TILE, "tile/0/000.p/5", "it does not hold the hashes of its entries"));
    }

    @Test
    void anOlderPartialBundleWithOtherContentIsFound() {
        var log = RawLog.ofEntries(5);
        log.add(TestData.entry(EntryType.SEARCH)).sealed();
        log.files.put("tile/entries/000.p/5", EntryBundle.encode(log.leaves.subList(1, 6)));

        assertThat(log.brokenRules()).containsExactly(Rule.BUNDLE);
    }

    @Test
    void entriesBehindTheLastOfABundleAreFound() {
        var log = RawLog.ofEntries(300);
        log.files.put("tile/entries/000", EntryBundle.encode(log.leaves.subList(0, 257)));

        assertThat(log.brokenRules()).contains(Rule.BUNDLE);
        assertThat(log.verified().failures().getFirst().place()).isEqualTo("tile/entries/000");
    }

    @Test
    void aCheckpointOfTheFutureIsRefused() {
        var log = RawLog.ofEntries(3);
        var later = RawLog.TIME.plusSeconds(3600);
        log.files.put(
                "checkpoint", RawLog.checkpoint(3, log.tree().root(), later).bytes());

        assertThat(log.brokenRules()).containsExactly(Rule.CHECKPOINT_TIME);
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() {
        var log = RawLog.ofEntries(3);

        var report = new VerifyLog(log, TestKeys.WITNESS.verifierKey(), List.of(), RawLog.TIME, hash -> {})
                .check(Optional.empty());

        assertThat(report.failures()).extracting(Failure::rule).contains(Rule.CHECKPOINT_SIGNATURE);
    }

    @Test
    void aCheckpointWithoutAWitnessSaysSo() {
        var log = RawLog.ofEntries(3);
        var signed = log.checkpoint();
        log.files.put("checkpoint", new Note(signed.text(), signed.signatures().subList(0, 1)).bytes());

        var report = new VerifyLog(log, TestKeys.LOG.verifierKey(), List.of(), RawLog.TIME, hash -> {})
                .check(Optional.empty());

        assertThat(report.holds()).isTrue();
        assertThat(report.facts()).contains("UNWITNESSED");
        assertThat(log.brokenRules()).containsExactly(Rule.WITNESS);
    }

    @Test
    void anEntryOfAnUnknownVersionOrTypeIsNamed() {
        var canonical = TestData.entry(EntryType.SEARCH).canonical();
        var log = RawLog.ofEntries(1)
                .add(canonical.replace("\"v\":1", "\"v\":2"))
                .add(canonical.replace("\"type\":\"search\"", "\"type\":\"surge\""))
                .sealed();

        assertThat(log.verified().failures())
                .extracting(Failure::rule)
                .containsExactly(Rule.ENTRY_VERSION, Rule.ENTRY_TYPE);
        assertThat(log.verified().failures())
                .extracting(Failure::place)
                .containsExactly("tile/entries/000.p/3 entry 1", "tile/entries/000.p/3 entry 2");
    }

    @Test
    void anEntryThatStandsTwiceIsNamed() {
        var entry = TestData.entry(EntryType.SEARCH);

        assertThat(new RawLog().add(entry).add(entry).sealed().brokenRules()).containsExactly(Rule.ENTRY_REPEATED);
    }

    @Test
    void aReferenceMustLeadToAnEntryOfTheLog() {
        var first = TestData.entry(EntryType.SEARCH);
        var second = entry(TestData.NOW, EntryType.SEARCH, TestData.POLICY_HASH, List.of(first.entryId()));

        assertThat(new RawLog().add(first).add(second).sealed().brokenRules()).isEmpty();
        assertThat(new RawLog().add(second).sealed().brokenRules()).containsExactly(Rule.REFERENCE);
    }

    @Test
    void hoursDoNotGoBackByDaysNorBehindTheCheckpoint() {
        var old = entry(TestData.NOW.minusSeconds(90 * 3600), EntryType.SEARCH, TestData.POLICY_HASH, List.of());
        var late = entry(TestData.NOW.plusSeconds(3 * 3600), EntryType.SEARCH, TestData.POLICY_HASH, List.of());

        assertThat(new RawLog()
                        .add(TestData.entry(EntryType.SEARCH))
                        .add(old)
                        .sealed()
                        .brokenRules())
                .containsExactly(Rule.ENTRY_HOUR);
        assertThat(new RawLog().add(late).sealed().brokenRules()).containsExactly(Rule.ENTRY_HOUR);
    }

    @Test
    void aPolicyThatNoEntryPutInForceIsNamed() {
        var quiet = entry(TestData.NOW, EntryType.SEARCH, "ab".repeat(32), List.of());
        var change = entry(TestData.NOW, EntryType.POLICY_CHANGED, TestData.POLICY_HASH, List.of());

        assertThat(RawLog.ofEntries(2).add(quiet).sealed().brokenRules()).containsExactly(Rule.POLICY);
        assertThat(RawLog.ofEntries(2).add(change).add(quiet).sealed().brokenRules())
                .isEmpty();
    }

    @Test
    void aMissingFileIsNamed() {
        var log = RawLog.ofEntries(300);
        log.files.remove("tile/0/000");

        assertThat(log.verified().failures())
                .containsExactly(new Failure(Rule.MISSING_FILE, "tile/0/000", "the checkpoint demands it"));
    }

    @Test
    void strangersAmongTheFilesAreNamed() {
        var log = RawLog.ofEntries(3);
        log.files.put("tile/0/000.p/9", new byte[9 * Hash.BYTES]);
        log.files.put("tile/0/77", new byte[32]);
        log.files.put("notes.txt", "hello".getBytes(StandardCharsets.UTF_8));
        log.files.put("tile/1/000.p/1", new byte[32]);

        var places = new ArrayList<String>();
        log.verified().failures().forEach(failure -> places.add(failure.rule().code() + " " + failure.place()));

        assertThat(places)
                .containsExactlyInAnyOrder(
                        "layout notes.txt", "layout tile/0/77", "layout tile/1/000.p/1", "tile tile/0/000.p/9");
    }
}
