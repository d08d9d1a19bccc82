package passby.aws.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.core.access.FactorReset;
import passby.core.access.ResetFactors;
import passby.core.people.Caller;
import passby.core.request.Result;

/** Lost second factors, as routes beside those of access. */
public final class FactorActions {
    private final ResetFactors resetFactors;
    private final Clock clock;

    public FactorActions(ResetFactors resetFactors, Clock clock) {
        this.resetFactors = resetFactors;
        this.clock = clock;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> actions() {
        return Map.of(
                "requestFactorReset",
                        (caller, request) ->
                                created(resetFactors.ask(caller, request.parameter("personId"), request.body())),
                "listFactorResets", this::list,
                "decideFactorReset",
                        (caller, request) ->
                                created(resetFactors.decide(caller, request.parameter("requestId"), request.body())));
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                resetFactors.list(caller),
                (waiting, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "requests",
                                waiting.stream()
                                        .map(reset -> json(reset, clock.instant()))
                                        .toList())
                        .with(accepted)));
    }

    private Answer created(Result<FactorReset> result) {
        return Answer.of(
                result,
                (reset, accepted) -> Answer.created(json(reset, clock.instant()).with(accepted)));
    }

    private static JsonObject json(FactorReset reset, Instant now) {
        var decision = reset.decision();
        return new JsonObject()
                .with("requestId", reset.requestId())
                .with("personId", reset.personId())
                .with("state", reset.state(now).code())
                .with("by", reset.askedBy())
                .with("reason", reset.reason())
                .with("requestedAt", reset.requestedAt())
                .with("lapsesAt", reset.lapsesAt())
                .with("decidedBy", decision == null ? null : decision.personId())
                .with("decidedAs", decision == null ? null : decision.role().code());
    }
}
