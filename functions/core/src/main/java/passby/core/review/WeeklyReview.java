package passby.core.review;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.core.disclosure.Week;
import passby.core.id.Coded;

/**
 * The review of one week. What was found stands in the ledger's entries, not here: this is kept for good.
 *
 * @param commitment to the auditor's own number; null without one
 * @param draw the sample; null before it is drawn
 * @param report null before somebody read the sample
 * @param approval null before somebody else approved the report
 * @param missedEntryId of the entry that says that the week had no approved review in time; null for no such entry
 * @param revision 1 for the first, one more at each step
 */
public record WeeklyReview(
        Week week,
        @Nullable Commitment commitment,
        @Nullable Draw draw,
        @Nullable Step report,
        @Nullable Step approval,
        @Nullable String missedEntryId,
        int revision) {
    /** From the end of the week until a review counts as missed. */
    public static final Duration DUE = Duration.ofDays(7);

    /** @param hash what was committed to, 64 hexadecimal digits */
    public record Commitment(String hash, String personId, String entryId) {}

    /** @param document {@link passby.core.disclosure.ReviewDraw} as text */
    public record Draw(String document, String personId, String entryId) {}

    /** @param questioned how many entries of the sample need an answer */
    public record Step(String personId, int questioned, Instant at, String entryId) {}

    /** How far it is. */
    public enum State implements Coded {
        OPEN,
        DRAWN,
        REPORTED,
        APPROVED;
    }

    /** A review about which nobody did anything yet; it is stored by its first step. */
    public static WeeklyReview of(Week week) {
        return new WeeklyReview(week, null, null, null, null, null, 0);
    }

    public State state() {
        if (draw == null) {
            return State.OPEN;
        }
        if (report == null) {
            return State.DRAWN;
        }
        return approval == null ? State.REPORTED : State.APPROVED;
    }

    /** When it counts as missed unless it is approved. */
    public Instant dueAt() {
        return week.end().plus(DUE);
    }

    WeeklyReview with(Commitment made) {
        return new WeeklyReview(week, made, draw, report, approval, missedEntryId, revision + 1);
    }

    WeeklyReview with(Draw made) {
        return new WeeklyReview(week, commitment, made, report, approval, missedEntryId, revision + 1);
    }

    WeeklyReview reported(Step by) {
        return new WeeklyReview(week, commitment, draw, by, approval, missedEntryId, revision + 1);
    }

    WeeklyReview approved(Step by) {
        return new WeeklyReview(week, commitment, draw, report, by, missedEntryId, revision + 1);
    }

    WeeklyReview missed(String entryId) {
        return new WeeklyReview(week, commitment, draw, report, approval, entryId, revision + 1);
    }
}
