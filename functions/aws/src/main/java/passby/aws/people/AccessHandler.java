package passby.aws.people;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import passby.aws.api.GovernanceFunctions;
import passby.aws.conduct.DutyActions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.access.ManageAccess;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.request.Result;

/** Access of people: granted, revoked, and the policy acknowledged. */
public final class AccessHandler implements ApiHandler {
    private final ManageAccess manageAccess;
    private final ApiEndpoint<Caller> edge;

    public AccessHandler(
            Authentication<Caller> people,
            ManageAccess manageAccess,
            DutyActions duties,
            SessionActions sessions,
            FactorActions factors,
            Counters counters,
            Clock clock) {
        this.manageAccess = manageAccess;
        var actions = new HashMap<>(duties.actions());
        actions.putAll(sessions.actions());
        actions.putAll(factors.actions());
        actions.putAll(Map.of(
                "grantAccess", this::grant,
                "revokeAccess", this::revoke,
                "acknowledgePolicy", this::acknowledge));
        this.edge = new ApiEndpoint<>(GovernanceFunctions.ACCESS, people, actions, counters, clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer grant(Caller caller, Request request) {
        return created(manageAccess.grant(caller, request.body()));
    }

    private Answer revoke(Caller caller, Request request) {
        return created(manageAccess.revoke(caller, request.parameter("personId")));
    }

    private Answer acknowledge(Caller caller, Request request) {
        return created(manageAccess.acknowledge(caller, request.body()));
    }

    private static Answer created(Result<Person> result) {
        return Answer.of(
                result, (person, accepted) -> Answer.created(json(person).with(accepted)));
    }

    private static JsonObject json(Person person) {
        return new JsonObject()
                .with("personId", person.personId())
                .with("agency", person.agency())
                .with("ori", person.ori().value())
                .with("roles", person.roles().stream().map(Role::code).sorted().toList())
                .with("trainedUntil", person.trainedUntil())
                .with("acknowledgedUntil", person.acknowledgedUntil())
                .with("active", person.active());
    }
}
