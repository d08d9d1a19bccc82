package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.conduct.ConductReview.Finding;
import passby.core.conduct.WatchConduct.Watched;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.plate.Plate;
import passby.core.testing.TestData;

final class WatchConductTest {
    private final WatchedCity city = new WatchedCity();

    private void everyDay(int days, String personId, String plate) {
        for (var day = 0; day < days; day++) {
            city.search(personId, plate, "26-1001");
            city.watch();
            city.advance(Duration.ofDays(1));
        }
    }

    @Test
    void theFifthSearchOfAPlateOpensAReviewOnce() {
        everyDay(4, "officer-yang", "7TST123");
        assertThat(city.reviews.all()).isEmpty();

        everyDay(4, "officer-yang", "7TST123");

        var review = city.reviewsOf("officer-yang").getFirst();
        assertThat(city.reviews.all()).containsExactly(review);
        assertThat(review.signals()).extracting(Signal::kind).containsExactly(Signal.Kind.REPEATED_TARGET);
        assertThat(review.dueAt()).isEqualTo(review.openedAt().plus(Duration.ofDays(14)));
    }

    @Test
    void theEntryOfAReviewSaysWhatAndNotWho() {
        everyDay(5, "officer-yang", "7TST123");

        var entry = city.city.ledger().entries(EntryType.CONDUCT_REVIEW_OPENED).getFirst();
        assertThat(entry.openings().get(Field.REASON))
                .isNotNull()
                .satisfies(opening -> assertThat(opening.value()).isEqualTo("repeated-target"));
        assertThat(entry.openings().values())
                .noneMatch(opening ->
                        opening.value().contains("yang") || opening.value().contains("7TST123"));
    }

    @Test
    void nothingThatIsKeptNamesAPlateOrAPerson() {
        city.search("officer-yang", "7TST123", "26-1001");
        city.watch();

        var kept = city.acts.of(city.keys.person("officer-yang"), TestData.NOW).getFirst();

        assertThat(kept.toString()).doesNotContain("7TST123", "officer-yang", "26-1001", "a phone");
        assertThat(kept.target())
                .isEqualTo(TestData.CITY_KEY.plateKey(new Plate("7TST123")).value());
    }

    @Test
    void whenItWasDownSearchesGoOnAndTheNextRunsCatchUp() {
        for (var day = 0; day < 6; day++) {
            city.search("officer-yang", "7TST123", "26-1001");
            city.seal();
            city.advance(Duration.ofDays(1));
        }
        assertThat(city.reviews.all()).isEmpty();

        var opened = 0;
        for (var run = 0; run < 4; run++) {
            opened += city.watch().opened();
        }

        assertThat(opened).isEqualTo(1);
        assertThat(city.acts.of(city.keys.person("officer-yang"), TestData.NOW)).hasSize(6);
    }

    @Test
    void whatIsSealedLateIsReadAll() {
        city.search("officer-yang", "7TST123", "26-1001");
        city.advance(Duration.ofHours(3));
        city.watch();
        city.search("officer-yang", "7TST124", "26-1001");
        city.advance(Duration.ofMinutes(59));

        city.watch();
        city.advance(Duration.ofHours(1));
        city.watch();

        assertThat(city.acts.of(city.keys.person("officer-yang"), TestData.NOW)).hasSize(2);
    }

    @Test
    void anEntryWhoseOpeningsAreDeletedTellsNothing() {
        var entry = city.search("officer-yang", "7TST123", "26-1001");
        city.openings.delete(entry.entryId());

        assertThat(city.watch()).isEqualTo(new Watched(0, 0, 0));
        assertThat(city.acts.of(city.keys.person("officer-yang"), TestData.NOW)).isEmpty();
    }

    @Test
    void aDecoyIsAnIncidentAtOnceAndJoinsAnOpenReview() {
        var decoy = new Plate("47ACEF39");
        city.marked.mark(
                new MarkedPlates.Marked(
                        MarkedPlates.DECOY, TestData.CITY_KEY.plateKey(decoy), TestData.NOW.plus(Duration.ofDays(90))),
                TestData.entry(EntryType.DECOY_PLACED));
        everyDay(5, "officer-yang", "7TST123");
        city.search("officer-yang", decoy.raw(), "26-1001");

        assertThat(city.watch()).isEqualTo(new Watched(0, 1, 0));

        var review = city.reviewsOf("officer-yang").getFirst();
        assertThat(review.signals())
                .extracting(Signal::kind)
                .containsExactly(Signal.Kind.REPEATED_TARGET, Signal.Kind.DECOY);
        assertThat(review.dueAt()).isBefore(city.log.clock.instant().plus(Duration.ofDays(4)));
        assertThat(city.city.ledger().entries(EntryType.CONDUCT_REVIEW_EXTENDED))
                .hasSize(1);
    }

    @Test
    void aDecoySearchedByItsOwnAuditorIsAnIncidentToo() {
        var decoy = new Plate("47ACEF39");
        city.marked.mark(
                new MarkedPlates.Marked(
                        MarkedPlates.DECOY, TestData.CITY_KEY.plateKey(decoy), TestData.NOW.plus(Duration.ofDays(90))),
                TestData.entry(EntryType.DECOY_PLACED));
        city.enter(EntryType.SEARCH, Outcome.REFUSED, "auditor-quist", Map.of(Field.PLATE, decoy.raw()));

        assertThat(city.watch()).isEqualTo(new Watched(0, 1, 0));
        assertThat(city.reviewsOf("auditor-quist")).hasSize(1);
    }

    /** A row that was opened, and one whose picture was asked for and is gone. */
    @Test
    void aDecoyOpenedAmongTheReadsIsAnIncident() {
        var decoy = new DecoyRead(
                "01KTEST000000000000000000D-1",
                "cam-elm",
                TestData.NOW,
                TestData.CORNER,
                90,
                TestData.NOW.plus(Duration.ofDays(7)));
        var plate = decoy.plate(TestData.CITY_KEY);
        new InMemoryDecoyReads(city.city.ledger(), city.marked)
                .place(
                        decoy,
                        new MarkedPlates.Marked(
                                MarkedPlates.DECOY,
                                TestData.CITY_KEY.plateKey(plate),
                                TestData.NOW.plus(Duration.ofDays(90))),
                        TestData.entry(EntryType.DECOY_PLACED));
        city.enter(EntryType.READ_VIEWED, Outcome.DONE, "officer-yang", Map.of(Field.PLATE, plate.raw()));
        city.enter(EntryType.READ_PICTURE_STREAMED, Outcome.REFUSED, "officer-kane", Map.of(Field.PLATE, plate.raw()));

        assertThat(city.watch()).isEqualTo(new Watched(0, 2, 0));
        assertThat(city.reviewsOf("officer-yang").getFirst().signals())
                .extracting(Signal::kind)
                .containsExactly(Signal.Kind.DECOY);
        assertThat(city.reviewsOf("officer-kane")).hasSize(1);
    }

    @Test
    void anOpenReviewWhoseDateIsOverIsCounted() {
        everyDay(5, "officer-yang", "7TST123");
        city.advance(Duration.ofDays(13));
        assertThat(city.watch().overdue()).isZero();

        city.advance(Duration.ofDays(1));

        assertThat(city.watch().overdue()).isEqualTo(1);
    }

    @Test
    void afterAFindingOfNoMisuseTheSamePlateIsNotAskedAboutAgain() {
        everyDay(5, "officer-yang", "7TST123");
        close(ConductReview.FindingClass.NO_MISUSE);

        everyDay(10, "officer-yang", "7TST123");

        assertThat(city.reviewsOf("officer-yang")).hasSize(1);
    }

    @Test
    void afterAFindingOfMisuseTheNextSearchOfThePlateIsAskedAbout() {
        everyDay(5, "officer-yang", "7TST123");
        close(ConductReview.FindingClass.STALKING);
        assertThat(city.watch().opened()).isZero();
        city.advance(Duration.ofMinutes(1));

        everyDay(1, "officer-yang", "7TST123");

        assertThat(city.reviewsOf("officer-yang")).hasSize(2);
    }

    private void close(ConductReview.FindingClass of) {
        var review = city.reviewsOf("officer-yang").getFirst();
        city.reviews.put(
                review.closed(new Finding(of, "Asked, and heard why.", "auditor-quist", city.log.clock.instant())));
    }

    /** Milwaukee, 2025 to 2026, as a replay: an officer who looked for two people 179 times in two months. */
    @Test
    void aHundredAndSeventyNineSearchesOfTwoPlatesAreAskedAboutAtTheFifth() {
        var searches = new ArrayList<Entry>();
        while (searches.size() < 179) {
            var count = searches.size();
            searches.add(city.search("officer-yang", count % 3 == 0 ? "7TST123" : "7TST124", "26-1001"));
            city.watch();
            if (count < 4) {
                assertThat(city.reviews.all()).isEmpty();
            } else {
                assertThat(city.reviewsOf("officer-yang")).hasSize(1);
            }
            city.advance(Duration.ofHours(8));
        }
    }

    /** The same, hidden in an officer's honest work of six searches a day. */
    @Test
    void amongHonestWorkTheyAreAskedAboutAtTheFifthSearchOfOneOfThem() {
        var perPlate = new int[2];
        for (var count = 0; city.reviews.all().isEmpty(); count++) {
            for (var other = 0; other < 2; other++) {
                city.search("officer-yang", "8OTH" + (100 + 2 * count + other), "26-1" + (100 + count));
            }
            perPlate[count % 2]++;
            city.search("officer-yang", "7TST12" + count % 2, "26-1001");
            city.watch();
            city.advance(Duration.ofHours(8));
            assertThat(perPlate[0]).isLessThanOrEqualTo(5);
        }
        assertThat(perPlate[0]).isEqualTo(5);
    }

    /** Braselton, 2025, as a replay: a chief with an officer's account who looks up neighbours at night. */
    @Test
    void aChiefWhoLooksUpNeighboursAtNightIsFound() {
        city.duties.put(new DutyHours(
                "chief-ito",
                ZoneOffset.UTC,
                List.of(new DutyHours.Shift(DayOfWeek.MONDAY, LocalTime.of(8, 0), Duration.ofHours(9))),
                List.of(),
                TestData.NOW.plus(Duration.ofDays(365))));
        city.set(TestData.NOW.plus(Duration.ofHours(11)));
        for (var night = 0; night < 3; night++) {
            assertThat(city.reviews.all()).isEmpty();
            for (var neighbour = 0; neighbour < 3; neighbour++) {
                city.search("chief-ito", "9NBR" + (100 + 3 * night + neighbour), "26-1" + (100 + night));
            }
            city.watch();
            city.advance(Duration.ofDays(2));
        }

        assertThat(city.reviewsOf("chief-ito").getFirst().signals())
                .extracting(Signal::kind)
                .containsExactly(Signal.Kind.OFF_DUTY);
    }

    /** As the office has it, a chief is not let search at all, and is found by trying. */
    @Test
    void aChiefWhoTriesToSearchIsFound() {
        for (var night = 0; night < 3; night++) {
            assertThat(city.reviews.all()).isEmpty();
            city.enter(EntryType.ACCESS_REFUSED, Outcome.REFUSED, "chief-ito", Map.of(Field.ACTION, "SearchPlate"));
            city.watch();
            city.advance(Duration.ofDays(2));
        }

        assertThat(city.reviewsOf("chief-ito").getFirst().signals())
                .extracting(Signal::kind)
                .containsExactly(Signal.Kind.DENIED_ATTEMPTS);
    }

    @Test
    void everyKindOfEntryThatTellsOfSomebodyIsKept() {
        city.enter(EntryType.SEARCH, Outcome.DONE, "officer-yang", Map.of(Field.CAMERAS, "cam-1,cam-2"));
        city.enter(EntryType.READ_VIEWED, Outcome.DONE, "officer-yang", Map.of(Field.PLATE, "7TST123"));
        city.enter(EntryType.HIT_VIEWED, Outcome.DONE, "officer-yang", Map.of(Field.PLATE, "7TST123"));
        city.enter(
                EntryType.HIT_STEP,
                Outcome.DONE,
                "officer-yang",
                Map.of(Field.ACTION, "rejected", Field.PLATE, "7TST123"));
        city.enter(
                EntryType.HIT_STEP,
                Outcome.DONE,
                "officer-yang",
                Map.of(Field.ACTION, "contact", Field.PLATE, "7TST123"));
        city.enter(EntryType.HOT_LIST_ENTRY_ADDED, Outcome.DONE, "officer-yang", Map.of(Field.PLATE, "7TST123 XX"));
        city.enter(EntryType.SEARCH_REQUESTED, Outcome.DONE, "officer-yang", Map.of(Field.SUBJECT, "r1"));
        city.enter(EntryType.SEARCH_REQUEST_DECIDED, Outcome.DONE, "officer-yang", Map.of(Field.SUBJECT, "r2"));
        city.enter(EntryType.ACCESS_REFUSED, Outcome.REFUSED, "officer-yang", Map.of(Field.ACTION, "ListHits"));
        city.enter(EntryType.SIGN_IN, Outcome.DONE, "officer-yang", Map.of());
        city.watch();

        var kept = city.acts.of(city.keys.person("officer-yang"), TestData.NOW);

        assertThat(kept)
                .extracting(Act::kind)
                .containsExactlyInAnyOrder(
                        Act.Kind.CAMERA_SEARCH,
                        Act.Kind.VIEW,
                        Act.Kind.HIT_VIEW,
                        Act.Kind.HIT_REJECTED,
                        Act.Kind.LIST_ENTRY,
                        Act.Kind.REQUEST,
                        Act.Kind.DECISION,
                        Act.Kind.SIGN_IN);
        assertThat(kept.stream()
                        .filter(act -> act.target().startsWith("k1."))
                        .map(Act::target)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRefusalForAProhibitedPurposeIsTold() {
        city.enter(
                EntryType.SEARCH,
                Outcome.REFUSED,
                "officer-yang",
                Map.of(Field.PLATE, "7TST123", Field.REASON, "purpose.narrative: prohibited"));
        city.watch();

        assertThat(city.acts
                        .of(city.keys.person("officer-yang"), TestData.NOW)
                        .getFirst()
                        .prohibited())
                .isTrue();
    }
}
