package passby.aws.hotlist;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import passby.aws.api.Functions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.ManageCustomEntries;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.request.Result;

/** The city's own hot-list entries: operators add and withdraw them. */
public final class HotListHandler implements ApiHandler {
    private final ManageCustomEntries manageEntries;
    private final ApiEndpoint<Caller> edge;

    public HotListHandler(
            Authentication<Caller> people, ManageCustomEntries manageEntries, Counters counters, Clock clock) {
        this.manageEntries = manageEntries;
        this.edge = new ApiEndpoint<>(
                Functions.HOT_LISTS,
                people,
                Map.of(
                        "addHotListEntry", this::add,
                        "viewHotListEntry", this::view,
                        "withdrawHotListEntry", this::withdraw),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer add(Caller caller, Request request) {
        return Answer.of(
                manageEntries.add(caller, request.body()),
                (shown, accepted) ->
                        Answer.created(json(shown.entry(), shown.diesAt()).with(accepted)));
    }

    private Answer view(Caller caller, Request request) {
        return shown(manageEntries.view(caller, request.parameter("recordId")));
    }

    private Answer withdraw(Caller caller, Request request) {
        return shown(manageEntries.withdraw(caller, request.parameter("recordId")));
    }

    private static Answer shown(Result<ManageCustomEntries.ShownEntry> result) {
        return Answer.of(
                result,
                (shown, accepted) ->
                        Answer.ok(json(shown.entry(), shown.diesAt()).with(accepted)));
    }

    private static JsonObject json(HotListEntry entry, Instant diesAt) {
        return new JsonObject()
                .with("recordId", entry.recordId())
                .with("plate", entry.plate().raw())
                .with("state", entry.state().code())
                .with("category", entry.category().code())
                .with("reason", entry.reason())
                .with("caseNumber", entry.caseNumber())
                .with("author", entry.author())
                .with("effective", entry.effective())
                .with("expires", entry.expires())
                .with("createdAt", entry.createdAt())
                .with("approvedBy", entry.approvedBy())
                .with("withdrawnAt", entry.withdrawnAt())
                .with("diesAt", diesAt);
    }
}
