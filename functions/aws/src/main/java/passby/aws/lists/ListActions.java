package passby.aws.lists;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.core.lists.ListSource;
import passby.core.lists.ManageLists;
import passby.core.people.Caller;
import passby.core.request.Result;

/** Which lists a city takes: proposed, accepted, suspended, and files of theirs agreed to. */
public final class ListActions {
    private static final String SOURCE = "source";

    private final ManageLists lists;
    private final Clock clock;

    public ListActions(ManageLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> all() {
        return Map.of(
                "viewLists", this::list,
                "proposeList", this::propose,
                "acceptList", this::accept,
                "suspendList", this::suspend,
                "announceListFile", this::announce,
                "approveListFile", this::approve);
    }

    private Answer list(Caller caller, Request request) {
        var now = clock.instant();
        return Answer.of(
                lists.list(caller),
                (all, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "lists",
                                all.stream().map(source -> json(source, now)).toList())
                        .with(accepted)));
    }

    private Answer propose(Caller caller, Request request) {
        return Answer.of(
                lists.propose(caller, request.body()),
                (source, accepted) ->
                        Answer.created(json(source, clock.instant()).with(accepted)));
    }

    private Answer accept(Caller caller, Request request) {
        return shown(lists.accept(caller, request.parameter(SOURCE), request.body()));
    }

    private Answer suspend(Caller caller, Request request) {
        return shown(lists.suspend(caller, request.parameter(SOURCE)));
    }

    private Answer announce(Caller caller, Request request) {
        return shown(lists.announce(caller, request.parameter(SOURCE), request.body()));
    }

    private Answer approve(Caller caller, Request request) {
        return shown(lists.approve(caller, request.parameter(SOURCE), request.body()));
    }

    private Answer shown(Result<ListSource> result) {
        return Answer.of(
                result,
                (source, accepted) -> Answer.ok(json(source, clock.instant()).with(accepted)));
    }

    private static JsonObject json(ListSource source, Instant now) {
        var active = source.active();
        var running = source.running();
        return new JsonObject()
                .with(SOURCE, source.source())
                .with("agency", source.agency())
                .with("layout", source.layout())
                .with("maxAgeHours", source.maxAge().toHours())
                .with("signed", source.signingKey() != null)
                .with("proposedBy", source.proposal().personId())
                .with(
                        "acceptedBy",
                        source.acceptance() == null ? null : source.acceptance().personId())
                .with("announced", announced(source))
                .with("alerting", source.alertsAt(now))
                .with("version", active == null ? null : active.version())
                .with("entries", active == null ? null : active.entries())
                .with("sha256", active == null ? null : active.sha256())
                .with("received", active == null ? null : active.received())
                .with("importing", running == null ? null : running.version());
    }

    private static @Nullable JsonObject announced(ListSource source) {
        var file = source.announced();
        return file == null
                ? null
                : new JsonObject().with("sha256", file.sha256()).with("approved", file.approval() != null);
    }
}
