package passby.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.disclosure.Lot;
import passby.core.disclosure.ReviewDraw;
import passby.core.form.Form;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.review.WeeklyReview.State;
import passby.core.testing.Results;
import passby.core.testing.TestData;

final class ReviewWeeksTest {
    private final ReviewedCity city = new ReviewedCity();
    private final ReviewWeeks reviews = city.reviewWeeks();
    private final String week = city.week.code();

    private Result<WeeklyReview> draw(Form lot) {
        return reviews.draw(city.auditor(), week, lot);
    }

    private ReviewDraw drawn() {
        return ReviewDraw.parse(Objects.requireNonNull(city.stored().draw()).document());
    }

    private void reported() {
        city.work(60);
        city.endOfWeek();
        Results.value(draw(city.beacon()));
        Results.value(reviews.report(city.auditor(), week, city.report(1)));
    }

    @Test
    void anAuditorReviewsASampleAndSomebodyElseApproves() {
        reported();

        Results.value(reviews.approve(city.chief(), week));

        assertThat(city.stored().state()).isEqualTo(State.APPROVED);
        assertThat(city.city.ledger().entries())
                .extracting(Entry::type)
                .containsExactly(EntryType.REVIEW_DRAWN, EntryType.REVIEW_REPORTED, EntryType.REVIEW_APPROVED);
        var report = city.city.ledger().entries(EntryType.REVIEW_REPORTED).getFirst();
        assertThat(Objects.requireNonNull(report.openings().get(Field.NARRATIVE))
                        .value())
                .startsWith("Read all");
    }

    @Test
    void theSampleHoldsWhatPeopleDidAndNothingOfClocks() {
        var searches = new HashSet<>(city.work(60).stream().map(Entry::entryId).toList());
        city.endOfWeek();

        Results.value(draw(city.beacon()));

        var ids = city.log.verifiedIds();
        assertThat(drawn().samples()).hasSize(ReviewDraw.SAMPLES).doesNotHaveDuplicates();
        assertThat(drawn().samples())
                .allSatisfy(place -> assertThat(searches).contains(ids.get(Math.toIntExact(place))));
    }

    @Test
    void onlyEntriesOfTheWeekAreDrawn() {
        city.log.clock.set(city.week.start().minusSeconds(1));
        city.work(40);
        city.log.clock.set(TestData.NOW);
        city.work(40);
        city.log.clock.set(city.week.end());
        city.work(40);
        city.endOfWeek();

        Results.value(draw(city.beacon()));

        assertThat(drawn().first()).isEqualTo(120);
        assertThat(drawn().samples()).isNotEmpty().allMatch(place -> place >= 120 && place < 240);
    }

    @Test
    void anotherRandomnessDrawsOthers() {
        city.work(200);
        city.endOfWeek();
        Results.value(draw(city.beacon()));
        var draw = drawn();

        var other = new Lot.Beacon(Lot.Beacon.roundOf(city.week), "2b".repeat(32));

        assertThat(new ReviewDraw(draw.week(), draw.since(), draw.until(), other, draw.samples())
                        .sample(place -> "search"))
                .isNotEqualTo(draw.samples());
    }

    @Test
    void aNumberIsCommittedToBeforeTheWeekEndsAndDrawnByAfterIt() {
        Results.value(reviews.commit(city.auditor(), week, city.commitment()));
        city.sealLedger();
        city.work(60);
        city.endOfWeek();

        Results.value(draw(city.number()));

        assertThat(drawn().lot()).isInstanceOfSatisfying(Lot.Committed.class, lot -> {
            assertThat(lot.number()).isEqualTo(ReviewedCity.NUMBER);
            var entry = lot.commitment().entries().getFirst();
            assertThat(entry.falselyOpened()).isEmpty();
            assertThat(Objects.requireNonNull(entry.openings().get(Field.QUERY)).value())
                    .isEqualTo(Lot.Committed.commitment(city.week, lot.number()));
        });
        assertThat(ReviewDraw.parse(drawn().json())).isEqualTo(drawn());
    }

    @Test
    void whoCommittedToANumberDrawsByNoOtherAndNotByTheBeacon() {
        Results.value(reviews.commit(city.auditor(), week, city.commitment()));
        city.sealLedger();
        city.endOfWeek();

        assertThat(Results.refusal(draw(new Form(Map.of("number", "18".repeat(32))))))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(Results.refusal(draw(city.beacon()))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aCommitmentThatTheWeeksLogDoesNotHoldIsNone() {
        city.work(10);
        Results.value(reviews.commit(city.auditor(), week, city.commitment()));
        city.endOfWeek();

        assertThat(Results.refusal(draw(city.number()))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aNumberIsNotCommittedToAfterTheWeekNorTwice() {
        Results.value(reviews.commit(city.auditor(), week, city.commitment()));
        assertThat(Results.refusal(reviews.commit(city.auditor(), week, city.commitment())))
                .isInstanceOf(Refusal.Conflict.class);

        city.endOfWeek();
        var after = reviews.commit(city.auditor(), city.week.previous().code(), city.commitment());

        assertThat(Results.refusal(after)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void onlyTheRoundAnHourAfterTheWeekCounts() {
        city.work(10);
        city.endOfWeek();
        var round = Lot.Beacon.roundOf(city.week);

        assertThat(Lot.Beacon.timeOf(round)).isAfterOrEqualTo(city.week.end().plus(Duration.ofHours(1)));
        assertThat(Lot.Beacon.timeOf(round - 1)).isBefore(city.week.end().plus(Duration.ofHours(1)));
        var other = new Form(Map.of("round", BigDecimal.valueOf(round + 1), "randomness", "2a".repeat(32)));
        assertThat(Results.problems(draw(other))).extracting("field").containsExactly("round");
    }

    @Test
    void aSampleIsDrawnOnceAndNotBeforeTheWeekIsOver() {
        city.work(10);
        assertThat(Results.refusal(draw(city.beacon()))).isInstanceOf(Refusal.Conflict.class);
        city.endOfWeek();
        Results.value(draw(city.beacon()));

        assertThat(Results.refusal(draw(city.beacon()))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aWeekWithoutEntriesHasNoSample() {
        city.endOfWeek();

        assertThat(Results.refusal(draw(city.beacon()))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void nobodyApprovesWhatTheyDrewOrReported() {
        reported();
        var both = new Caller(
                TestData.person("auditor-quist", Role.CHIEF), "another session", city.log.clock.instant(), "a phone");

        assertThat(Results.refusal(reviews.approve(both, week)))
                .isEqualTo(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
    }

    @Test
    void whoApprovesHasShownTheirSecondFactorJustNow() {
        reported();
        var earlier = new Caller(
                city.chief().person(), "session", city.log.clock.instant().minus(Duration.ofMinutes(6)), "a phone");

        assertThat(Results.refusal(reviews.approve(earlier, week)))
                .isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
    }

    @Test
    void nothingIsReportedBeforeADrawNorApprovedBeforeAReport() {
        city.endOfWeek();

        assertThat(Results.refusal(reviews.report(city.auditor(), week, city.report(0))))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(Results.refusal(reviews.approve(city.chief(), week))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void noMoreEntriesAreQuestionedThanWereDrawn() {
        city.work(2);
        city.endOfWeek();
        Results.value(draw(city.beacon()));

        assertThat(drawn().samples()).hasSize(2);
        assertThat(Results.problems(reviews.report(city.auditor(), week, city.report(3))))
                .extracting("field")
                .containsExactly("questioned");
    }

    @Test
    void weeksToComeAndWordsThatAreNoneAreNotFound() {
        for (var nowhere : new String[] {city.week.next().code(), "2036-W54", "2036-19", "", "x".repeat(500)}) {
            assertThat(Results.refusal(reviews.draw(city.auditor(), nowhere, city.beacon())))
                    .as(nowhere)
                    .isEqualTo(new Refusal.NotFound());
        }
    }
}
