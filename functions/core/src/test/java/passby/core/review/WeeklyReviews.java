package passby.core.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import passby.core.disclosure.Lot;
import passby.core.disclosure.ReviewDraw;
import passby.core.disclosure.Week;
import passby.core.note.Note;
import passby.core.note.TestKeys;
import passby.core.testing.TestData;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.TreeHash;

/** Reviews of a made-up city, as far as a test needs them. */
public final class WeeklyReviews {
    public static final Week DRAWN = Week.of(TestData.NOW).previous();
    public static final Week REPORTED = DRAWN.previous();

    private WeeklyReviews() {}

    public static WeeklyReview drawn(Week week) {
        return WeeklyReview.of(week).with(new WeeklyReview.Draw(draw(week).json(), "auditor-novak", "a".repeat(26)));
    }

    public static WeeklyReview reported(Week week) {
        return drawn(week).reported(new WeeklyReview.Step("auditor-novak", 1, TestData.NOW, "b".repeat(26)));
    }

    /** Of a log of two entries, both drawn. */
    private static ReviewDraw draw(Week week) {
        var checkpoint = new Checkpoint(
                TestKeys.LOG.verifierKey().name(),
                2,
                TreeHash.leaf("x".getBytes(StandardCharsets.UTF_8)),
                week.start());
        Note until = TestKeys.LOG.signed(checkpoint.text());
        var lot = new Lot.Beacon(Lot.Beacon.roundOf(week), "2a".repeat(32));
        return new ReviewDraw(week, null, until, lot, List.of(1L, 0L));
    }
}
