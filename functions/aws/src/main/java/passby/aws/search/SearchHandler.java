package passby.aws.search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import passby.aws.api.SearchFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.request.Result;
import passby.core.search.CorrectRead;
import passby.core.search.RequestPartialSearch;
import passby.core.search.SearchCameras;
import passby.core.search.SearchPartialPlates;
import passby.core.search.SearchPlates;
import passby.core.search.ViewRead;
import passby.core.search.ViewReadPicture;
import passby.core.search.WaitingSearch;

/** Searches for a stated purpose, the second person that some of them wait for, and the pictures of what they found. */
public final class SearchHandler implements ApiHandler {
    private final SearchPlates searchPlates;
    private final SearchPartialPlates searchPartialPlates;
    private final SearchCameras searchCameras;
    private final ViewRead viewRead;
    private final CorrectRead correctRead;
    private final RequestPartialSearch requestPartialSearch;
    private final ViewReadPicture viewReadPicture;
    private final Clock clock;
    private final ApiEndpoint<Caller> edge;

    public SearchHandler(
            Authentication<Caller> people,
            SearchPlates searchPlates,
            SearchPartialPlates searchPartialPlates,
            SearchCameras searchCameras,
            ViewRead viewRead,
            CorrectRead correctRead,
            RequestPartialSearch requestPartialSearch,
            ViewReadPicture viewReadPicture,
            Counters counters,
            Clock clock) {
        this.searchPlates = searchPlates;
        this.searchPartialPlates = searchPartialPlates;
        this.searchCameras = searchCameras;
        this.viewRead = viewRead;
        this.correctRead = correctRead;
        this.requestPartialSearch = requestPartialSearch;
        this.viewReadPicture = viewReadPicture;
        this.clock = clock;
        this.edge = new ApiEndpoint<>(
                SearchFunctions.SEARCH,
                people,
                Map.of(
                        "searchPlate", this::search,
                        "searchCameras", this::searchCameras,
                        "viewRead", this::view,
                        "correctRead", this::correct,
                        "searchPartialPlate", this::searchPartial,
                        "requestSearch", this::ask,
                        "listSearchRequests", this::list,
                        "decideSearchRequest", this::decide,
                        "streamReadPicture", this::picture),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer search(Caller caller, Request request) {
        return rows(searchPlates.handle(caller, request.body()));
    }

    private Answer searchCameras(Caller caller, Request request) {
        return Answer.of(
                searchCameras.handle(caller, request.body()),
                (seen, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "reads",
                                seen.reads().stream().map(SeenReadJson::of).toList())
                        .with(
                                "silent",
                                seen.silent().stream().map(SeenReadJson::of).toList())
                        .with("described", SeenReadJson.of(seen.described()))
                        .with("nextPage", seen.nextPage())
                        .with(accepted)));
    }

    private Answer view(Caller caller, Request request) {
        return Answer.of(
                viewRead.handle(caller, request.parameter("readId"), request.body()),
                (read, accepted) -> Answer.ok(RowJson.of(read).with(accepted)));
    }

    private Answer correct(Caller caller, Request request) {
        return Answer.of(
                correctRead.handle(caller, request.parameter("readId"), request.body()),
                (read, accepted) -> Answer.created(RowJson.of(read).with(accepted)));
    }

    private Answer searchPartial(Caller caller, Request request) {
        return rows(searchPartialPlates.handle(caller, request.body()));
    }

    private static Answer rows(Result<SearchPlates.FoundRows> result) {
        return Answer.of(
                result,
                (found, accepted) -> Answer.ok(new JsonObject()
                        .with("rows", found.rows().stream().map(RowJson::of).toList())
                        .with(
                                "silent",
                                found.silent().stream().map(SeenReadJson::of).toList())
                        .with("nextPage", found.nextPage())
                        .with(accepted)));
    }

    private Answer ask(Caller caller, Request request) {
        return created(requestPartialSearch.ask(caller, request.body()));
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                requestPartialSearch.list(caller),
                (waiting, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "requests",
                                waiting.stream()
                                        .map(each -> WaitingSearchJson.of(each, clock.instant()))
                                        .toList())
                        .with(accepted)));
    }

    private Answer decide(Caller caller, Request request) {
        return created(requestPartialSearch.decide(caller, request.parameter("requestId"), request.body()));
    }

    private Answer created(Result<WaitingSearch> result) {
        return Answer.of(
                result,
                (search, accepted) -> Answer.created(
                        WaitingSearchJson.of(search, clock.instant()).with(accepted)));
    }

    private Answer picture(Caller caller, Request request) {
        return Answer.picture(
                viewReadPicture.handle(caller, request.parameter("readId"), request.parameter("kind"), request.body()));
    }
}
