package passby.aws.review;

import java.util.Map;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.core.people.Caller;
import passby.core.request.Result;
import passby.core.review.ReviewWeeks;
import passby.core.review.WeeklyReview;

/** The steps of a weekly review as routes. */
public final class ReviewActions {
    private final ReviewWeeks reviewWeeks;

    public ReviewActions(ReviewWeeks reviewWeeks) {
        this.reviewWeeks = reviewWeeks;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> actions() {
        return Map.of(
                "commitReviewNumber",
                (caller, request) -> created(reviewWeeks.commit(caller, week(request), request.body())),
                "drawReview",
                (caller, request) -> created(reviewWeeks.draw(caller, week(request), request.body())),
                "reportReview",
                (caller, request) -> created(reviewWeeks.report(caller, week(request), request.body())),
                "approveReview",
                (caller, request) -> created(reviewWeeks.approve(caller, week(request))));
    }

    private static String week(Request request) {
        return request.parameter("week");
    }

    private static Answer created(Result<WeeklyReview> result) {
        return Answer.of(
                result,
                (review, accepted) -> Answer.created(ReviewJson.of(review).with(accepted)));
    }
}
