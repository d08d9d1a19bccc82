package passby.core.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.disclosure.Week;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.ledger.Watermarks;
import passby.core.review.WeeklyReview.State;

/**
 * Enters each week that had no approved review a week after its end. A city that begins owes none for the weeks before. The
 * review may still be made; the entry stays.
 */
public final class WatchReviews {
    public static final String WATERMARK = "watch-reviews";

    private static final int MAX_WEEKS_A_RUN = 8;

    private final Supplier<String> policyHash;
    private final Reviews reviews;
    private final Watermarks watermarks;
    private final EntryFactory entries;
    private final Clock clock;

    /** @param policyHash of the policy in force at each call */
    public WatchReviews(
            Supplier<String> policyHash, Reviews reviews, Watermarks watermarks, EntryFactory entries, Clock clock) {
        this.policyHash = policyHash;
        this.reviews = reviews;
        this.watermarks = watermarks;
        this.entries = entries;
        this.clock = clock;
    }

    /** @return how many weeks this run found without a review */
    public int handle() {
        var now = clock.instant();
        var week = watermarks.find(WATERMARK).map(Week::of).orElseGet(() -> begin(now));
        var missed = 0;
        for (var done = 0;
                done < MAX_WEEKS_A_RUN && !WeeklyReview.of(week).dueAt().isAfter(now);
                done++) {
            missed += judge(week);
            week = week.next();
            watermarks.advance(WATERMARK, week.start());
        }
        return missed;
    }

    private Week begin(Instant now) {
        var first = Week.of(now);
        watermarks.advance(WATERMARK, first.start());
        return first;
    }

    /** A conflict is a step of somebody at this moment, or another run: the next run looks again, or finds it entered. */
    private int judge(Week week) {
        var review = reviews.find(week).orElseGet(() -> WeeklyReview.of(week));
        if (review.state() == State.APPROVED || review.missedEntryId() != null) {
            return 0;
        }
        var entry = entries.create(
                EntryType.REVIEW_MISSED, Outcome.DONE, policyHash.get(), Map.of(Field.SUBJECT, week.code()));
        if (reviews.put(review.missed(entry.entryId()), entry) instanceof Commit.Conflict) {
            throw new IllegalStateException("the review of " + week.code() + " was stepped at the same moment");
        }
        return 1;
    }
}
