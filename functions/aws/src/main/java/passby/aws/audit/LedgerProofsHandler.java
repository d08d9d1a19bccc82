package passby.aws.audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import passby.aws.api.Functions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Authentication.Anyone;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.audit.ProveEntry;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;

/** Gives whoever holds a receipt its proof. */
public final class LedgerProofsHandler implements ApiHandler {
    private static final Pattern ID = Pattern.compile("[a-z2-7]{26}");

    private final ProveEntry proveEntry;
    private final Counters counters;
    private final Clock clock;
    private final ApiEndpoint<Anyone> endpoint;

    public LedgerProofsHandler(ProveEntry proveEntry, Counters counters, Clock clock) {
        this.proveEntry = proveEntry;
        this.counters = counters;
        this.clock = clock;
        this.endpoint = new ApiEndpoint<>(
                Functions.LEDGER_PROOFS,
                Authentication.none(),
                Map.of("proveEntry", (anyone, request) -> prove(request)),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.handle(event);
    }

    private Answer prove(Request request) {
        var entryId = request.parameter("entryId");
        counters.add(Count.PUBLIC_FILE, clock.instant());
        if (!ID.matcher(entryId).matches()) {
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
