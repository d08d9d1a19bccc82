package passby.aws.search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import passby.aws.api.Functions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.search.SearchPlates;
import passby.core.search.ViewReadPicture;

/** Searches for a stated purpose, and the pictures of what they found. */
public final class SearchHandler implements ApiHandler {
    private final SearchPlates searchPlates;
    private final ViewReadPicture viewReadPicture;
    private final ApiEndpoint<Caller> edge;

    public SearchHandler(
            Authentication<Caller> people,
            SearchPlates searchPlates,
            ViewReadPicture viewReadPicture,
            Counters counters,
            Clock clock) {
        this.searchPlates = searchPlates;
        this.viewReadPicture = viewReadPicture;
        this.edge = new ApiEndpoint<>(
                Functions.SEARCH,
                people,
                Map.of("searchPlate", this::search, "streamReadPicture", this::picture),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer search(Caller caller, Request request) {
        return Answer.of(
                searchPlates.handle(caller, request.body()),
                (found, accepted) -> Answer.ok(new JsonObject()
                        .with("rows", found.rows().stream().map(RowJson::of).toList())
                        .with("nextPage", found.nextPage())
                        .with(accepted)));
    }

    private Answer picture(Caller caller, Request request) {
        return Answer.picture(
                viewReadPicture.handle(caller, request.parameter("readId"), request.parameter("kind"), request.body()));
    }
}
