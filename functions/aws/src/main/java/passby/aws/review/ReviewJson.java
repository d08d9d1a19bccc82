package passby.aws.review;

import passby.aws.json.JsonObject;
import passby.core.disclosure.ReviewDraw;
import passby.core.review.WeeklyReview;

/** A review as everybody may see it: no person is in it. */
public final class ReviewJson {
    private ReviewJson() {}

    public static JsonObject of(WeeklyReview review) {
        var draw = review.draw();
        var report = review.report();
        var approval = review.approval();
        return new JsonObject()
                .with("week", review.week().code())
                .with("state", review.state().code())
                .with("dueAt", review.dueAt())
                .with("missed", review.missedEntryId() != null)
                .with("missedEntryId", review.missedEntryId())
                .with(
                        "commitment",
                        review.commitment() == null ? null : review.commitment().hash())
                .with("draw", draw == null ? null : draw.document())
                .with(
                        "samples",
                        draw == null ? null : ReviewDraw.parse(draw.document()).samples())
                .with("questioned", report == null ? null : report.questioned())
                .with("reportEntryId", report == null ? null : report.entryId())
                .with("approvalEntryId", approval == null ? null : approval.entryId());
    }
}
