package passby.aws.conduct;

import java.util.Map;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.core.conduct.ConductReview;
import passby.core.conduct.MarkPlates;
import passby.core.conduct.ReviewConduct;
import passby.core.conduct.Signal;
import passby.core.people.Caller;

/** Reviews of what people did, and the plates that nobody has a reason to search, as routes beside the ledger's. */
public final class ConductActions {
    private final ReviewConduct reviewConduct;
    private final MarkPlates markPlates;

    public ConductActions(ReviewConduct reviewConduct, MarkPlates markPlates) {
        this.reviewConduct = reviewConduct;
        this.markPlates = markPlates;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> actions() {
        return Map.of(
                "listConductReviews", this::list,
                "fileFinding", this::file,
                "placeDecoy", this::decoy,
                "registerOwnPlate", this::own);
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                reviewConduct.list(caller),
                (reviews, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "reviews",
                                reviews.stream().map(ConductActions::json).toList())
                        .with(accepted)));
    }

    private Answer file(Caller caller, Request request) {
        return Answer.of(
                reviewConduct.close(caller, request.parameter("reviewId"), request.body()),
                (review, accepted) -> Answer.created(json(review).with(accepted)));
    }

    private Answer decoy(Caller caller, Request request) {
        return Answer.of(
                markPlates.decoy(caller, request.body()),
                (decoy, accepted) -> Answer.created(new JsonObject()
                        .with("plate", decoy.plate().raw())
                        .with("readId", decoy.readId())
                        .with("until", decoy.until())
                        .with(accepted)));
    }

    private Answer own(Caller caller, Request request) {
        return Answer.of(
                markPlates.own(caller, request.body()),
                (until, accepted) ->
                        Answer.created(new JsonObject().with("until", until).with(accepted)));
    }

    private static JsonObject json(ConductReview review) {
        var finding = review.finding();
        return new JsonObject()
                .with("reviewId", review.reviewId())
                .with("personId", review.personId())
                .with("state", review.isOpen() ? "open" : "closed")
                .with("openedAt", review.openedAt())
                .with("dueAt", review.dueAt())
                .with(
                        "signals",
                        review.signals().stream().map(ConductActions::json).toList())
                .with("class", finding == null ? null : finding.of().code())
                .with("narrative", finding == null ? null : finding.narrative())
                .with("closedBy", finding == null ? null : finding.by())
                .with("closedAt", finding == null ? null : finding.at());
    }

    private static JsonObject json(Signal signal) {
        return new JsonObject()
                .with("kind", signal.kind().code())
                .with("count", signal.count())
                .with("last", signal.last())
                .with("entryIds", signal.entryIds());
    }
}
