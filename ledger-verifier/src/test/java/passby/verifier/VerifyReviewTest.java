package passby.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.LedgerExport;
import passby.core.disclosure.Lot;
import passby.core.disclosure.ReviewDraw;
import passby.core.disclosure.Week;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.note.Note;
import passby.core.note.TestKeys;
import passby.core.testing.TestData;

final class VerifyReviewTest {
    private static final String NUMBER = "17".repeat(32);
    private static final int COMMITTED = 300;

    private final Week week = Week.of(TestData.NOW);
    private final Lot.Beacon beacon = new Lot.Beacon(Lot.Beacon.roundOf(week), "2a".repeat(32));
    private final Entry commitment = TestData.entry(
            EntryType.REVIEW_NUMBER_COMMITTED,
            Map.of(
                    Field.QUERY, Lot.Committed.commitment(week, NUMBER),
                    Field.SUBJECT, week.code(),
                    Field.ACTOR, "auditor-quist"));
    private final RawLog log = RawLog.ofEntries(COMMITTED)
            .add(commitment)
            .add(TestData.entry(EntryType.COUNTED))
            .sealed();

    private Report verified(String json) {
        return new VerifyReview(TestKeys.LOG.verifierKey(), RawLog.TIME.plusSeconds(60)).check(json, log);
    }

    private ReviewDraw drawn(Lot lot) {
        return ReviewDraw.draw(week, null, checkpoint(), lot, place -> place == COMMITTED + 1 ? "counted" : "search");
    }

    private Lot.Committed committed(String number, Entry entry, int index) {
        var openings = Map.of(Field.QUERY, opening(entry, Field.QUERY), Field.SUBJECT, opening(entry, Field.SUBJECT));
        var exported =
                new ExportedEntry(index, entry.canonical(), openings, log.tree().inclusionProof(index));
        return new Lot.Committed(number, new LedgerExport(checkpoint(), List.of(exported)));
    }

    private static Opening opening(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field));
    }

    /** Without its witness, whose signature proves nothing here. */
    private Note checkpoint() {
        var signed = log.checkpoint();
        return new Note(signed.text(), signed.signatures().subList(0, 1));
    }

    private List<Rule> broken(ReviewDraw draw) {
        return verified(draw.json()).failures().stream().map(Failure::rule).toList();
    }

    @Test
    void aSampleByTheBeaconIsDrawnAgain() {
        var report = verified(drawn(beacon).json());

        assertThat(report.failures()).isEmpty();
        assertThat(report.facts()).anyMatch(fact -> fact.startsWith("compare with drand's chain quicknet: round "));
    }

    @Test
    void aSampleByTheAuditorsNumberIsDrawnAgain() {
        assertThat(broken(drawn(committed(NUMBER, commitment, COMMITTED)))).isEmpty();
    }

    @Test
    void withoutALogTheSampleIsNotDrawnAgainAndItSaysSo() {
        var report = new VerifyReview(TestKeys.LOG.verifierKey(), RawLog.TIME)
                .check(drawn(beacon).json(), null);

        assertThat(report.holds()).isTrue();
        assertThat(report.facts()).contains("the places of the sample were not drawn again: name a log");
    }

    @Test
    void aSampleThatTheCityChoseIsFound() {
        var draw = drawn(beacon);
        var chosen = new ArrayList<>(draw.samples());
        chosen.set(3, chosen.get(3) == 7 ? 8L : 7L);

        assertThat(broken(new ReviewDraw(week, null, draw.until(), beacon, chosen)))
                .containsExactly(Rule.REVIEW);
        assertThat(broken(new ReviewDraw(
                        week, null, draw.until(), beacon, draw.samples().subList(0, 20))))
                .containsExactly(Rule.REVIEW);
    }

    @Test
    void anotherRoundThanTheOneAnHourAfterTheWeekIsFound() {
        assertThat(broken(drawn(new Lot.Beacon(beacon.round() + 1, beacon.randomness()))))
                .containsExactly(Rule.REVIEW);
    }

    @Test
    void anotherNumberThanTheCommittedOneIsFound() {
        assertThat(broken(drawn(committed("18".repeat(32), commitment, COMMITTED))))
                .containsExactly(Rule.REVIEW);
    }

    @Test
    void anEntryThatIsNoCommitmentCommitsToNoNumber() {
        var search = TestData.entry(
                EntryType.SEARCH,
                Map.of(Field.QUERY, Lot.Committed.commitment(week, NUMBER), Field.SUBJECT, week.code()));
        log.add(search).sealed();

        assertThat(broken(drawn(committed(NUMBER, search, COMMITTED + 2)))).containsExactly(Rule.REVIEW);
    }

    @Test
    void aCheckpointOfAfterTheWeekIsNotTheWeeks() {
        var later = RawLog.checkpoint(COMMITTED + 2, log.tree().root(), week.end());

        var report = new VerifyReview(TestKeys.LOG.verifierKey(), week.end())
                .check(new ReviewDraw(week, null, later, beacon, drawn(beacon).samples()).json(), null);

        assertThat(report.failures()).extracting(Failure::rule).containsExactly(Rule.REVIEW);
    }

    @Test
    void theSealerDoesNotChooseAmongTheWeeksCheckpoints() {
        var draw = drawn(beacon);
        log.add(TestData.entry(EntryType.SEARCH)).sealed();

        assertThat(verified(draw.json()).failures())
                .extracting(Failure::detail)
                .containsExactly("a later checkpoint of the week is kept");
    }

    @Test
    void entriesOfTheWeekBeforeAreNotDrawn() {
        var since = RawLog.checkpoint(10, log.tree().root(), week.start().minus(Duration.ofHours(1)));
        var draw = ReviewDraw.draw(
                week, since, checkpoint(), beacon, place -> place == COMMITTED + 1 ? "counted" : "search");

        assertThat(draw.samples()).allMatch(place -> place >= 10);
        assertThat(broken(draw)).isEmpty();
        Note inIt = RawLog.checkpoint(10, log.tree().root(), week.start());
        assertThat(broken(new ReviewDraw(week, inIt, draw.until(), beacon, draw.samples())))
                .contains(Rule.REVIEW);
    }

    /** The numbers of the beacon and of the auditor are in the seed; everything else is signed or proved. */
    @Test
    void aBitThatIsChangedAnywhereIsFound() {
        var json = drawn(committed(NUMBER, commitment, COMMITTED)).json();
        assertThat(verified(json).failures()).isEmpty();
        var random = new Random(15);
        var found = EnumSet.noneOf(Rule.class);

        for (var i = 0; i < 300; i++) {
            var changed = json.toCharArray();
            var place = random.nextInt(changed.length);
            changed[place] ^= (char) (1 << random.nextInt(7));
            var report = verified(new String(changed));

            report.failures().forEach(failure -> found.add(failure.rule()));
            assertThat(report.holds())
                    .as("character %d of %s", place, json.substring(Math.max(0, place - 40), place + 1))
                    .isFalse();
        }
        assertThat(found).contains(Rule.REVIEW);
    }

    @Test
    void whatIsNoDrawIsRefused() {
        for (var text : List.of("", "{}", "[]", "{\"format\":\"passby-ledger-review/2\"}", "x".repeat(100))) {
            assertThat(verified(text).failures()).extracting(Failure::rule).containsExactly(Rule.REVIEW);
        }
    }
}
