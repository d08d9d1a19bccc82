package passby.aws.audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import passby.aws.api.LedgerFunctions;
import passby.aws.conduct.ConductActions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.aws.review.ReviewActions;
import passby.core.audit.ExportLedger;
import passby.core.audit.ReadLedger;
import passby.core.audit.ReadLedger.FoundEntries;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.request.Result;

/** Reads the ledger for those who audit it, and for everybody their own entries. */
public final class LedgerHandler implements ApiHandler {
    private final ReadLedger readLedger;
    private final ExportLedger exportLedger;
    private final ApiEndpoint<Caller> endpoint;

    public LedgerHandler(
            Authentication<Caller> people,
            ReadLedger readLedger,
            ExportLedger exportLedger,
            ReviewActions reviews,
            ConductActions conduct,
            Counters counters,
            Clock clock) {
        this.readLedger = readLedger;
        this.exportLedger = exportLedger;
        var actions = new HashMap<>(reviews.actions());
        actions.putAll(conduct.actions());
        actions.putAll(Map.of(
                "searchLedger", (caller, request) -> found(readLedger.search(caller, request.body())),
                "viewOwnEntries", (caller, request) -> found(readLedger.mine(caller, request.body())),
                "viewEntry", this::one,
                "exportLedger", this::export,
                "discloseField", this::disclose));
        this.endpoint = new ApiEndpoint<>(LedgerFunctions.LEDGER, people, actions, counters, clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.handle(event);
    }

    private static Answer found(Result<FoundEntries> result) {
        return Answer.of(
                result,
                (found, accepted) -> Answer.ok(new JsonObject()
                        .with("checkpoint", found.checkpoint() == null ? null : LedgerJson.of(found.checkpoint()))
                        .with(
                                "entries",
                                found.entries().stream().map(LedgerJson::of).toList())
                        .with("nextPage", found.nextPage())
                        .with(accepted)));
    }

    private Answer one(Caller caller, Request request) {
        return Answer.of(
                readLedger.one(caller, request.parameter("entryId")),
                (proved, accepted) -> Answer.ok(LedgerJson.of(proved.entry())
                        .with("proof", proved.proof().text())
                        .with(accepted)));
    }

    private Answer export(Caller caller, Request request) {
        return Answer.of(
                exportLedger.export(caller, request.body()),
                (exported, accepted) -> Answer.ok(new JsonObject()
                        .with("count", exported.entries())
                        .with("complete", exported.complete())
                        .with("csv", exported.csv())
                        .with("bundle", exported.bundle())
                        .with(accepted)));
    }

    private Answer disclose(Caller caller, Request request) {
        return Answer.of(
                exportLedger.disclose(caller, request.parameter("entryId"), request.body()),
                (disclosed, accepted) -> Answer.created(
                        new JsonObject().with("bundle", disclosed.json()).with(accepted)));
    }
}
