package passby.aws.hotlist;

import java.time.Clock;
import java.util.Map;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.core.hotlist.ManageSuppressions;
import passby.core.hotlist.Suppression;
import passby.core.people.Caller;

/** Suppressions of plates, as part of the API of hot lists. */
public final class SuppressionActions {
    private final ManageSuppressions suppressions;
    private final Clock clock;

    public SuppressionActions(ManageSuppressions suppressions, Clock clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> all() {
        return Map.of(
                "suppressPlate", this::suppress,
                "listSuppressions", this::list,
                "endSuppression", this::end);
    }

    private Answer suppress(Caller caller, Request request) {
        return Answer.of(
                suppressions.suppress(caller, request.body()),
                (made, accepted) -> Answer.created(json(made).with(accepted)));
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                suppressions.list(caller),
                (live, accepted) -> Answer.ok(new JsonObject()
                        .with("suppressions", live.stream().map(this::json).toList())
                        .with(accepted)));
    }

    private Answer end(Caller caller, Request request) {
        return Answer.of(
                suppressions.end(caller, request.parameter("suppressionId")),
                (ended, accepted) -> Answer.ok(json(ended).with(accepted)));
    }

    private JsonObject json(Suppression suppression) {
        return new JsonObject()
                .with("suppressionId", suppression.suppressionId())
                .with("source", suppression.source())
                .with("plate", suppression.plate().raw())
                .with("state", suppression.state().code())
                .with("reason", suppression.reason())
                .with("caseNumber", suppression.caseNumber().value())
                .with("owner", suppression.owner())
                .with("createdAt", suppression.createdAt())
                .with("expires", suppression.expires())
                .with("endsSoon", suppression.endsSoon(clock.instant()));
    }
}
