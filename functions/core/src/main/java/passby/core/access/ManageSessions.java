package passby.core.access;

import java.time.Clock;
import java.util.List;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.people.Session;
import passby.core.people.Sessions;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/**
 * Who is signed in where, and the end of one sign-in. Each person sees and ends their own; the chief and the Program Manager see and
 * end everybody's. Ending asks for no fresh second factor: a lost telephone does not wait. (product.md, I3)
 */
public final class ManageSessions {
    private static final String NOT_LIVE = "This session is not live any more.";

    private final Authorizer authorizer;
    private final People people;
    private final Sessions sessions;
    private final Clock clock;

    public ManageSessions(Authorizer authorizer, People people, Sessions sessions, Clock clock) {
        this.authorizer = authorizer;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Result<List<Session>> own(Caller caller) {
        return list(Action.LIST_OWN_SESSIONS, caller, caller.person().personId());
    }

    public Result<List<Session>> of(Caller caller, String personId) {
        return list(Action.LIST_SESSIONS, caller, personId);
    }

    private Result<List<Session>> list(Action action, Caller caller, String personId) {
        return authorizer.handle(action, EntryType.SESSIONS_LISTED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, personId);
            if (people.find(personId).isEmpty()) {
                return request.notFound();
            }
            var live = sessions.live(personId, clock.instant());
            return request.about(Field.RESULT_COUNT, Integer.toString(live.size()))
                    .answer(live);
        });
    }

    /** @param reference as {@link Session#reference()} names it */
    public Result<Session> endOwn(Caller caller, String reference) {
        return end(Action.END_OWN_SESSION, caller, caller.person().personId(), reference);
    }

    /** @param reference as {@link Session#reference()} names it */
    public Result<Session> end(Caller caller, String personId, String reference) {
        return end(Action.END_SESSION, caller, personId, reference);
    }

    private Result<Session> end(Action action, Caller caller, String personId, String reference) {
        return authorizer.handle(
                action,
                EntryType.SESSION_ENDED,
                caller,
                authorized -> end(authorized.about(Field.SUBJECT, personId), personId, reference));
    }

    private Result<Session> end(AuthorizedRequest request, String personId, String reference) {
        var now = clock.instant();
        return sessions.find(personId, reference)
                .map(session -> request.about(Field.ACTION, "end " + reference)
                        .change(session, entry -> sessions.end(session, now, entry), NOT_LIVE))
                .orElseGet(request::notFound);
    }
}
