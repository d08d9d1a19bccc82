package passby.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import passby.core.disclosure.Week;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;

/** What every store of {@link Reviews} keeps to. */
public abstract class ReviewsContract {
    private static final AtomicInteger WEEKS = new AtomicInteger();

    private final Week week = new Week(LocalDate.parse("2036-05-05").plusWeeks(WEEKS.getAndIncrement()));

    protected abstract Reviews reviews();

    protected abstract DurableEntries durable();

    private Commit put(WeeklyReview review) {
        return reviews().put(review, TestData.entry(EntryType.REVIEW_DRAWN));
    }

    @Test
    void everyStepOfAReviewIsFoundAsItWasStored() {
        var step = new WeeklyReview.Step("auditor-quist", 2, TestData.NOW, "entry-3");
        var committed =
                WeeklyReview.of(week).with(new WeeklyReview.Commitment("ab".repeat(32), "auditor-quist", "entry-1"));
        var drawn = committed.with(new WeeklyReview.Draw("{}", "auditor-quist", "entry-2"));
        var reported = drawn.reported(step);

        for (var review : List.of(
                committed,
                drawn,
                reported,
                reported.missed("entry-4"),
                reported.missed("entry-4").approved(step))) {
            assertThat(put(review)).isInstanceOf(Commit.Done.class);
            assertThat(reviews().find(week)).contains(review);
        }
    }

    @Test
    void aWeekThatNobodySteppedIsNotThere() {
        assertThat(reviews().find(week)).isEmpty();
    }

    @Test
    void aStepAndItsEntryCommitTogether() {
        var entry = TestData.entry(EntryType.REVIEW_MISSED);

        assertThat(reviews().put(WeeklyReview.of(week).missed(entry.entryId()), entry))
                .isEqualTo(new Commit.Done(entry.accepted()));

        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void ofTwoStepsFromTheSameOneWins() {
        var first = WeeklyReview.of(week).missed("entry-1");
        var draw = new WeeklyReview.Draw("{}", "auditor-quist", "entry-2");
        put(first);

        assertThat(put(WeeklyReview.of(week).with(draw))).isEqualTo(new Commit.Conflict());
        assertThat(put(first.with(draw))).isInstanceOf(Commit.Done.class);
        assertThat(put(first.missed("entry-3"))).isEqualTo(new Commit.Conflict());

        assertThat(reviews().find(week)).contains(first.with(draw));
    }
}
