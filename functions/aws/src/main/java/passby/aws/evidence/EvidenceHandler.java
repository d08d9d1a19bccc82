package passby.aws.evidence;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import passby.aws.api.EvidenceFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.aws.sharing.GrantActions;
import passby.core.evidence.ExportEvidence;
import passby.core.evidence.Hold;
import passby.core.evidence.ManageHolds;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.request.Result;

/** Holds on reads, the packages that courts get, and the grants of other agencies. */
public final class EvidenceHandler implements ApiHandler {
    private static final String HOLD = "holdId";

    private final ManageHolds holds;
    private final ExportEvidence export;
    private final Clock clock;
    private final ApiEndpoint<Caller> endpoint;

    public EvidenceHandler(
            Authentication<Caller> people,
            ManageHolds holds,
            ExportEvidence export,
            GrantActions grants,
            Counters counters,
            Clock clock) {
        this.holds = holds;
        this.export = export;
        this.clock = clock;
        var actions = new HashMap<String, RouteAction<Caller>>(Map.of(
                "viewHolds", this::list,
                "placeHold", this::place,
                "requestHold", this::request,
                "decideHold", this::decide,
                "exportEvidence", this::export));
        actions.putAll(grants.all());
        this.endpoint = new ApiEndpoint<>(EvidenceFunctions.EVIDENCE, people, actions, counters, clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.handle(event);
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                holds.list(caller),
                (open, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "holds",
                                open.stream()
                                        .map(hold -> HoldJson.of(hold, clock.instant()))
                                        .toList())
                        .with(accepted)));
    }

    private Answer place(Caller caller, Request request) {
        return created(holds.place(caller, request.body()));
    }

    private Answer request(Caller caller, Request request) {
        return created(holds.request(caller, request.parameter(HOLD), request.body()));
    }

    private Answer decide(Caller caller, Request request) {
        return created(holds.decide(caller, request.parameter(HOLD), request.body()));
    }

    private Answer export(Caller caller, Request request) {
        return Answer.of(export.handle(caller, request.parameter(HOLD)), Answer.Evidence::new);
    }

    private Answer created(Result<Hold> result) {
        return Answer.of(
                result,
                (hold, accepted) ->
                        Answer.created(HoldJson.of(hold, clock.instant()).with(accepted)));
    }
}
