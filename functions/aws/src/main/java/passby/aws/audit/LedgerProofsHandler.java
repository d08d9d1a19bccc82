package passby.aws.audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import passby.aws.api.LedgerFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Authentication.Anyone;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.aws.review.ReviewJson;
import passby.core.audit.ProveEntry;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.ledger.Entry;
import passby.core.review.ShowReviews;

/** Gives whoever holds a receipt its proof, and everybody what became of the weekly reviews. */
public final class LedgerProofsHandler implements ApiHandler {
    private final ProveEntry proveEntry;
    private final ShowReviews showReviews;
    private final Counters counters;
    private final Clock clock;
    private final ApiEndpoint<Anyone> endpoint;

    public LedgerProofsHandler(ProveEntry proveEntry, ShowReviews showReviews, Counters counters, Clock clock) {
        this.proveEntry = proveEntry;
        this.showReviews = showReviews;
        this.counters = counters;
        this.clock = clock;
        this.endpoint = new ApiEndpoint<>(
                LedgerFunctions.LEDGER_PROOFS,
                Authentication.none(),
                Map.of(
                        "proveEntry", (anyone, request) -> prove(request),
                        "listReviews", (anyone, request) -> reviews(),
                        "viewReview", (anyone, request) -> review(request)),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.handle(event);
    }

    private Answer reviews() {
        counters.add(Count.PUBLIC_FILE, clock.instant());
        return Answer.ok(new JsonObject()
                .with(
                        "reviews",
                        showReviews.lately().stream().map(ReviewJson::of).toList()));
    }

    private Answer review(Request request) {
        counters.add(Count.PUBLIC_FILE, clock.instant());
        return showReviews
                .of(request.parameter("week"))
                .map(review -> Answer.ok(ReviewJson.of(review)))
                .orElseGet(Answer::notFound);
    }

    private Answer prove(Request request) {
        var entryId = request.parameter("entryId");
        counters.add(Count.PUBLIC_FILE, clock.instant());
        if (!Entry.ID.matcher(entryId).matches()) {
            return Answer.notFound();
        }
        return proveEntry
                .handle(entryId)
                .map(proved -> Answer.ok(new JsonObject()
                        .with("entryId", entryId)
                        .with("leafHash", proved.leafHash().hex())
                        .with("index", proved.proof().index())
                        .with("proof", proved.proof().text())))
                .orElseGet(Answer::notFound);
    }
}
