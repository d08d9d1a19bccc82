package passby.aws.people;

import java.util.List;
import java.util.Map;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.core.access.ManageSessions;
import passby.core.people.Caller;
import passby.core.people.Session;
import passby.core.request.Result;

/** Where people are signed in, as routes beside those of access. */
public final class SessionActions {
    private final ManageSessions manageSessions;

    public SessionActions(ManageSessions manageSessions) {
        this.manageSessions = manageSessions;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> actions() {
        return Map.of(
                "listOwnSessions", (caller, _) -> listed(caller, manageSessions.own(caller)),
                "endOwnSession", (caller, request) -> ended(caller, manageSessions.endOwn(caller, reference(request))),
                "listSessions",
                        (caller, request) -> listed(caller, manageSessions.of(caller, request.parameter("personId"))),
                "endSession",
                        (caller, request) -> ended(
                                caller, manageSessions.end(caller, request.parameter("personId"), reference(request))));
    }

    private static String reference(Request request) {
        return request.parameter("session");
    }

    private static Answer listed(Caller caller, Result<List<Session>> result) {
        return Answer.of(
                result,
                (sessions, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "sessions",
                                sessions.stream()
                                        .map(session -> json(caller, session))
                                        .toList())
                        .with(accepted)));
    }

    private static Answer ended(Caller caller, Result<Session> result) {
        return Answer.of(
                result,
                (session, accepted) -> Answer.created(json(caller, session).with(accepted)));
    }

    private static JsonObject json(Caller caller, Session session) {
        return new JsonObject()
                .with("session", session.reference())
                .with("signedInAt", session.signedInAt())
                .with("lastSeenAt", session.lastSeenAt())
                .with("device", session.device())
                .with(
                        "current",
                        session.personId().equals(caller.person().personId())
                                && session.sessionId().equals(caller.sessionId()));
    }
}
