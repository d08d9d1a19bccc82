package passby.core.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.core.conduct.ConductReview.Finding;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;

/** What every store of {@link ConductReviews} keeps to. */
public abstract class ConductReviewsContract {
    private static final AtomicInteger IDS = new AtomicInteger();

    private final String reviewId = String.format("01REVIEW%05d", IDS.incrementAndGet());

    protected abstract ConductReviews reviews();

    protected abstract DurableEntries durable();

    private ConductReview opened(String id) {
        var signals = Stream.of(Signal.Kind.values())
                .map(kind -> new Signal(kind, "k1.target", 5, TestData.NOW, List.of("entry1", "entry2")))
                .toList();
        return ConductReview.opened(id, "officer-yang", signals, TestData.NOW);
    }

    private Commit put(ConductReview review) {
        return reviews().put(review, TestData.entry(EntryType.CONDUCT_REVIEW_OPENED));
    }

    @Test
    void everyStateOfAReviewIsFoundAsItWasStored() {
        var opened = opened(reviewId);
        var more = opened.with(opened.signals(), TestData.NOW);
        var classes = Stream.of(ConductReview.FindingClass.values())
                .map(of -> new Finding(of, "Looked at all of them.", "auditor-quist", TestData.NOW))
                .toList();

        assertThat(put(opened)).isInstanceOf(Commit.Done.class);
        assertThat(put(more)).isInstanceOf(Commit.Done.class);
        assertThat(reviews().find(reviewId)).contains(more);
        var last = more;
        for (var finding : classes) {
            last = last.closed(finding);
            assertThat(put(last)).isInstanceOf(Commit.Done.class);
            assertThat(reviews().find(reviewId)).contains(last);
        }
    }

    @Test
    void ofTwoChangesFromTheSameOneWins() {
        var opened = opened(reviewId);
        put(opened);
        put(opened.with(opened.signals(), TestData.NOW));

        assertThat(put(opened.closed(
                        new Finding(ConductReview.FindingClass.ERROR, "A typing error.", "a", TestData.NOW))))
                .isEqualTo(new Commit.Conflict());
        assertThat(put(opened)).isEqualTo(new Commit.Conflict());
    }

    @Test
    void aChangeAndItsEntryCommitTogether() {
        var entry = TestData.entry(EntryType.CONDUCT_REVIEW_OPENED);

        assertThat(reviews().put(opened(reviewId), entry)).isEqualTo(new Commit.Done(entry.accepted()));

        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void allAreFoundTheNewestFirst() {
        put(opened(reviewId));
        put(opened(reviewId + "b"));

        assertThat(reviews().all()).extracting(ConductReview::reviewId).containsSubsequence(reviewId + "b", reviewId);
    }

    @Test
    void aReviewThatIsNotThereIsNotFound() {
        assertThat(reviews().find("01NONE")).isEmpty();
    }
}
