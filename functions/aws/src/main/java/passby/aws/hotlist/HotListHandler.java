package passby.aws.hotlist;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import passby.aws.api.HotListFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.aws.lists.ListActions;
import passby.aws.lists.ListFileActions;
import passby.core.hotlist.AuditEntries;
import passby.core.hotlist.ManageCustomEntries;
import passby.core.ledger.Counters;
import passby.core.people.Caller;
import passby.core.request.Result;

/** The city's own hot-list entries, and the lists of other agencies that it takes. */
public final class HotListHandler implements ApiHandler {
    private final ManageCustomEntries manageEntries;
    private final AuditEntries auditEntries;
    private final Clock clock;
    private final ApiEndpoint<Caller> edge;

    public HotListHandler(
            Authentication<Caller> people,
            ManageCustomEntries manageEntries,
            AuditEntries auditEntries,
            ListActions lists,
            ListFileActions files,
            SuppressionActions suppressions,
            Counters counters,
            Clock clock) {
        this.manageEntries = manageEntries;
        this.auditEntries = auditEntries;
        this.clock = clock;
        this.edge = new ApiEndpoint<>(
                HotListFunctions.HOT_LISTS, people, actions(lists, files, suppressions), counters, clock);
    }

    private Map<String, RouteAction<Caller>> actions(
            ListActions lists, ListFileActions files, SuppressionActions suppressions) {
        var actions = new HashMap<>(lists.all());
        actions.putAll(files.all());
        actions.putAll(suppressions.all());
        actions.put("addHotListEntry", this::add);
        actions.put("listHotListEntries", this::list);
        actions.put("viewHotListEntry", this::view);
        actions.put("updateHotListEntry", this::update);
        actions.put("approveHotListEntry", this::approve);
        actions.put("keepHotListEntry", this::keep);
        actions.put("auditHotListEntries", this::audit);
        actions.put("withdrawHotListEntry", this::withdraw);
        return actions;
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer add(Caller caller, Request request) {
        return Answer.of(
                manageEntries.add(caller, request.body()),
                (shown, accepted) -> Answer.created(json(shown).with(accepted)));
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                manageEntries.list(caller),
                (listed, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "entries",
                                listed.stream().map(HotListHandler::json).toList())
                        .with("audit", nextAudit())
                        .with(accepted)));
    }

    private JsonObject nextAudit() {
        var due = auditEntries.due().orElse(null);
        return new JsonObject().with("dueAt", due).with("overdue", due != null && due.isBefore(clock.instant()));
    }

    private Answer audit(Caller caller, Request request) {
        return Answer.of(
                auditEntries.audit(caller, request.body()),
                (audit, accepted) -> Answer.created(new JsonObject()
                        .with("entries", audit.entries())
                        .with("authors", audit.authors())
                        .with("oldestDays", audit.oldestDays())
                        .with("questioned", audit.questioned())
                        .with("nextDue", audit.nextDue())
                        .with(accepted)));
    }

    private Answer update(Caller caller, Request request) {
        return shown(manageEntries.update(caller, request.parameter("recordId"), request.body()));
    }

    private Answer approve(Caller caller, Request request) {
        return shown(manageEntries.approve(caller, request.parameter("recordId")));
    }

    private Answer keep(Caller caller, Request request) {
        return shown(manageEntries.keep(caller, request.parameter("recordId"), request.body()));
    }

    private Answer view(Caller caller, Request request) {
        return shown(manageEntries.view(caller, request.parameter("recordId")));
    }

    private Answer withdraw(Caller caller, Request request) {
        return shown(manageEntries.withdraw(caller, request.parameter("recordId")));
    }

    private static Answer shown(Result<ManageCustomEntries.ShownEntry> result) {
        return Answer.of(result, (shown, accepted) -> Answer.ok(json(shown).with(accepted)));
    }

    private static JsonObject json(ManageCustomEntries.ShownEntry shown) {
        var entry = shown.entry();
        return EntryJson.of(entry)
                .with("author", entry.author())
                .with("effective", entry.effective())
                .with("expires", entry.expires())
                .with("createdAt", entry.createdAt())
                .with("approvalFirst", entry.approvalFirst())
                .with("approvedBy", entry.approvedBy())
                .with("withdrawnAt", entry.withdrawnAt())
                .with("reviewDue", entry.reviewDue())
                .with("revision", entry.revision())
                .with("diesAt", shown.diesAt());
    }
}
