package passby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.id.Digests;
import passby.core.testing.CountingEntropy;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class EntryTest {
    private static final Map<Field, String> COMMITTED =
            Map.of(Field.PLATE, "7TST123", Field.ACTOR, "officer-lopez", Field.NARRATIVE, "Car taken from Elm Street");

    private final MutableClock clock = new MutableClock(NOW.plusMillis(61_239));
    private final EntryFactory entries = new EntryFactory(clock, new CountingEntropy(1));
    private final Opening opening = new Opening("00".repeat(32), "7TST123");

    private Entry written() {
        return entries.create(EntryType.SEARCH, Outcome.DONE, TestData.POLICY_HASH, COMMITTED, List.of("earlier"));
    }

    @Test
    void theCanonicalTextNeverContainsACommittedValue() {
        var entry = written();

        assertThat(entry.canonical()).doesNotContain(COMMITTED.values());
        entry.openings().values().forEach(one -> assertThat(entry.canonical()).doesNotContain(one.value(), one.salt()));
    }

    @Test
    void theCanonicalTextTellsOnlyTheHour() {
        assertThat(written().canonical())
                .contains("\"hour\":\"2036-05-06T12Z\"", "\"type\":\"search\"", "\"refs\":[\"earlier\"]")
                .doesNotContain("12:01");
    }

    @Test
    void theExactTimeIsCommittedToAHundredthOfASecond() {
        assertThat(written().openings().get(Field.TIME))
                .isNotNull()
                .extracting(Opening::value)
                .isEqualTo("2036-05-06T12:01:01.23Z");
    }

    @Test
    void everyFieldHasASaltOfItsOwn() {
        var salts = new HashSet<String>();
        for (var i = 0; i < 10; i++) {
            written().openings().values().forEach(one -> salts.add(one.salt()));
        }

        assertThat(salts).hasSize(10 * (COMMITTED.size() + 1)).allMatch(salt -> salt.matches("[0-9a-f]{64}"));
    }

    @Test
    void anIdHas128RandomBitsAndNoTime() {
        assertThat(written().entryId()).matches("[a-z2-7]{26}");
        assertThat(new EntryFactory(new MutableClock(NOW.plusSeconds(999)), new CountingEntropy(1))
                        .create(EntryType.SEARCH, Outcome.DONE, "", Map.of(Field.PLATE, "x"))
                        .entryId()
                        .length())
                .isEqualTo(26);
    }

    @Test
    void theLeafHashIsThatOfRfc6962() {
        var entry = written();

        assertThat(entry.leafHash())
                .isEqualTo(MerkleTree.root(List.of(entry.canonical().getBytes(StandardCharsets.UTF_8))));
        assertThat(entry.accepted()).isEqualTo(new Accepted(entry.entryId(), entry.leafHash()));
    }

    @Test
    void anEntryBeyondItsSizeIsRefused() {
        var references = Collections.nCopies(400, "a".repeat(26));

        assertThatThrownBy(() ->
                        entries.create(EntryType.SEARCH, Outcome.DONE, TestData.POLICY_HASH, COMMITTED, references))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEntryWithEveryFieldFits() {
        var all = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            all.put(field, "x".repeat(2000));
        }

        var entry = entries.create(EntryType.SEARCH, Outcome.DONE, TestData.POLICY_HASH, all, List.of("a".repeat(26)));

        assertThat(entry.canonical().length()).isLessThan(Entry.MAX_BYTES);
    }

    @Test
    void aCommitmentChangesWithEachOfItsParts() {
        var commitment = opening.commitment("entry", Field.PLATE);

        assertThat(opening.commitment("entry", Field.PLATE)).isEqualTo(commitment);
        assertThat(opening.commitment("entrz", Field.PLATE)).isNotEqualTo(commitment);
        assertThat(opening.commitment("entry", Field.QUERY)).isNotEqualTo(commitment);
        assertThat(new Opening("00".repeat(31) + "01", "7TST123").commitment("entry", Field.PLATE))
                .isNotEqualTo(commitment);
        assertThat(new Opening("00".repeat(32), "7TST124").commitment("entry", Field.PLATE))
                .isNotEqualTo(commitment);
    }

    @Test
    void theLengthOfEachPartMakesACommitmentUnambiguous() {
        assertThat(opening.commitment("entryplate", Field.PLATE))
                .isNotEqualTo(opening.commitment("entry", Field.PLATE));
        assertThat(new Opening("00".repeat(32), "").commitment("entry", Field.PLATE))
                .isNotEqualTo(new Opening("00".repeat(33), "").commitment("entry", Field.PLATE));
        assertThat(Digests.framed(Digests.utf8("ab"), Digests.utf8("c")))
                .isNotEqualTo(Digests.framed(Digests.utf8("a"), Digests.utf8("bc")));
    }

    /** Computed by hand from the definition in data.md, so that any verifier can be held against it. */
    @Test
    void aCommitmentIsTheHashThatDataMdDefines() {
        var parts = new ByteArrayOutputStream();
        for (var part : List.of(
                Digests.utf8("passby/c1"),
                Digests.utf8("entry"),
                Digests.utf8("plate"),
                new byte[32],
                Digests.utf8("7TST123"))) {
            parts.writeBytes(new byte[] {0, 0, 0, (byte) part.length});
            parts.writeBytes(part);
        }

        assertThat(opening.commitment("entry", Field.PLATE))
                .isEqualTo(HexFormat.of().formatHex(Digests.sha256(parts.toByteArray())));
    }
}
