package passby.aws.search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import passby.aws.api.Functions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.ProblemType;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.aws.wiring.LambdaWiring;
import passby.aws.wiring.Wiring;
import passby.core.ledger.Accepted;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.search.SearchPlates;
import passby.core.search.ViewReadPicture;

/** Searches for a stated purpose, and the pictures of what they found. */
public final class SearchHandler implements ApiHandler {
    private final SearchPlates searchPlates;
    private final ViewReadPicture viewReadPicture;
    private final Clock clock;
    private final ApiEndpoint<Caller> edge;

    /** As Lambda starts it. */
    public SearchHandler() {
        this(LambdaWiring.of(Functions.SEARCH));
    }

    public SearchHandler(Wiring wiring) {
        this(wiring.people(), wiring.searchPlates(), wiring.viewReadPicture(), wiring.counters(), wiring.clock());
    }

    public SearchHandler(
            Authentication<Caller> people,
            SearchPlates searchPlates,
            ViewReadPicture viewReadPicture,
            Counters counters,
            Clock clock) {
        this.searchPlates = searchPlates;
        this.viewReadPicture = viewReadPicture;
        this.clock = clock;
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
        return switch (searchPlates.handle(caller, request.body())) {
            case SearchPlates.Answer.Found(var rows, var nextPage, var accepted) ->
                Answer.ok(new JsonObject()
                        .with("rows", rows.stream().map(RowJson::of).toList())
                        .with("nextPage", nextPage)
                        .with(accepted));
            case SearchPlates.Answer.Invalid(var problems, var accepted) -> Answer.invalid(problems, accepted);
            case SearchPlates.Answer.TooMany(var perHour, var accepted) -> tooMany(perHour, accepted);
            case SearchPlates.Answer.Denied(var denied) -> Answer.denied(denied);
        };
    }

    /** The bound counts by the hour of the clock, so the next hour is when it helps to ask again. */
    private Answer tooMany(int perHour, Accepted accepted) {
        var now = clock.instant();
        var nextHour = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        return new Answer.Refused(
                ProblemType.TOO_MANY_REQUESTS,
                "At most " + perHour + " searches in an hour.",
                new JsonObject().with(accepted),
                Map.of(
                        "Retry-After",
                        String.valueOf(Duration.between(now, nextHour).toSeconds() + 1)));
    }

    private Answer picture(Caller caller, Request request) {
        return answer(
                viewReadPicture.handle(caller, request.parameter("readId"), request.parameter("kind"), request.body()));
    }

    private static Answer answer(ViewReadPicture.Answer answer) {
        return switch (answer) {
            case ViewReadPicture.Answer.Picture(var jpeg, var reader, var accepted) ->
                new Answer.Picture(jpeg, reader, accepted);
            case ViewReadPicture.Answer.Invalid(var problems, var accepted) -> Answer.invalid(problems, accepted);
            case ViewReadPicture.Answer.NotFound(var accepted) -> Answer.notFound(accepted);
            case ViewReadPicture.Answer.Denied(var denied) -> Answer.denied(denied);
        };
    }
}
