package passby.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.disclosure.Week;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.review.WeeklyReview.Step;
import passby.core.testing.TestData;

final class WatchReviewsTest {
    private final ReviewedCity city = new ReviewedCity();
    private final Week week = city.week;
    private final WatchReviews watch = new WatchReviews(
            () -> TestData.POLICY_HASH,
            city.reviews,
            city.city.watermarks(),
            new EntryFactory(city.log.clock, city.city.entropy()),
            city.log.clock);

    private int at(Week ended, Duration after) {
        city.log.clock.set(ended.end().plus(after));
        return watch.handle();
    }

    private WeeklyReview review(Week of) {
        return new ShowReviews(city.reviews, city.log.clock).of(of.code()).orElseThrow();
    }

    @Test
    void aWeekWithoutAReviewIsEnteredAWeekLaterOnce() {
        watch.handle();

        assertThat(at(week, WeeklyReview.DUE.minusSeconds(1))).isZero();
        assertThat(at(week, WeeklyReview.DUE)).isEqualTo(1);
        assertThat(watch.handle()).isZero();

        var entries = city.city.ledger().entries(EntryType.REVIEW_MISSED);
        assertThat(entries).hasSize(1);
        assertThat(Objects.requireNonNull(entries.getFirst().openings().get(Field.SUBJECT))
                        .value())
                .isEqualTo(week.code());
        assertThat(review(week).missedEntryId()).isEqualTo(entries.getFirst().entryId());
    }

    @Test
    void aWeekThatWasApprovedInTimeIsNotEntered() {
        watch.handle();
        city.reviews.put(new WeeklyReview(
                week,
                null,
                new WeeklyReview.Draw("{}", "auditor-quist", "e1"),
                new Step("auditor-quist", 0, TestData.NOW, "e2"),
                new Step("chief-ito", 0, TestData.NOW, "e3"),
                null,
                3));

        assertThat(at(week, WeeklyReview.DUE)).isZero();
    }

    @Test
    void aReportThatNobodyApprovedIsNoReview() {
        watch.handle();
        city.reviews.put(new WeeklyReview(
                week,
                null,
                new WeeklyReview.Draw("{}", "auditor-quist", "e1"),
                new Step("auditor-quist", 0, TestData.NOW, "e2"),
                null,
                null,
                2));

        assertThat(at(week, WeeklyReview.DUE)).isEqualTo(1);
        assertThat(review(week).report()).isNotNull();
    }

    @Test
    void everyWeekOfALongSilenceIsEntered() {
        watch.handle();
        var last = week.next().next();

        assertThat(at(last, WeeklyReview.DUE)).isEqualTo(3);

        assertThat(new ShowReviews(city.reviews, city.log.clock).lately())
                .extracting(WeeklyReview::week)
                .containsExactly(last, week.next(), week);
    }

    @Test
    void aCityThatBeginsOwesNoReviewOfBefore() {
        city.reviews.put(WeeklyReview.of(week.previous()));

        assertThat(watch.handle()).isZero();
        assertThat(at(week.previous(), WeeklyReview.DUE)).isZero();
    }

    @Test
    void aRunThatStoppedBehindItsEntryEntersNothingTwice() {
        watch.handle();
        at(week, WeeklyReview.DUE);
        var stopped = new WatchReviews(
                () -> TestData.POLICY_HASH,
                city.reviews,
                new passby.core.ledger.InMemoryWatermarks(city.city.ledger()),
                new EntryFactory(city.log.clock, city.city.entropy()),
                city.log.clock);
        city.log.clock.set(week.start());
        stopped.handle();
        city.log.clock.set(week.end().plus(WeeklyReview.DUE));

        assertThat(stopped.handle()).isZero();
        assertThat(city.city.ledger().entries(EntryType.REVIEW_MISSED))
                .extracting(Entry::entryId)
                .hasSize(1);
    }
}
