package passby.aws.sharing;

import java.time.Clock;
import java.util.Map;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.request.Result;
import passby.core.sharing.AnswerRecordRequest;
import passby.core.sharing.Grant;
import passby.core.sharing.GrantStep;
import passby.core.sharing.ManageGrants;
import passby.core.sharing.OwnRecords;
import passby.core.sharing.ReleaseGrant;

/** Grants of outside agencies and requests of people about their own plate, as part of the API of evidence. */
public final class GrantActions {
    private static final String GRANT = "grantId";

    private final ManageGrants grants;
    private final ReleaseGrant release;
    private final AnswerRecordRequest records;
    private final Clock clock;

    public GrantActions(ManageGrants grants, ReleaseGrant release, AnswerRecordRequest records, Clock clock) {
        this.grants = grants;
        this.release = release;
        this.records = records;
        this.clock = clock;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> all() {
        return Map.of(
                "requestGrant", this::request,
                "listGrants", this::list,
                "decideGrant", this::decide,
                "releaseGrant", this::release,
                "answerRecordRequest", this::answer);
    }

    private Answer request(Caller caller, Request request) {
        return created(grants.file(caller, request.body()));
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                grants.list(caller),
                (filed, accepted) -> Answer.ok(new JsonObject()
                        .with("grants", filed.stream().map(this::json).toList())
                        .with(accepted)));
    }

    private Answer decide(Caller caller, Request request) {
        return created(grants.decide(caller, request.parameter(GRANT), request.body()));
    }

    private Answer release(Caller caller, Request request) {
        return Answer.of(release.handle(caller, request.parameter(GRANT)), Answer.Evidence::new);
    }

    private Answer answer(Caller caller, Request request) {
        return Answer.of(
                records.handle(caller, request.body()),
                (own, accepted) -> Answer.created(json(own).with(accepted)));
    }

    private static JsonObject json(OwnRecords own) {
        return new JsonObject()
                .with("reads", own.reads())
                .with("corrected", own.corrected())
                .with("more", own.more())
                .with("days", own.days().stream().map(GrantActions::day).toList())
                .with(
                        "silenced",
                        own.silenced().stream().map(GrantActions::silenced).toList());
    }

    private static JsonObject day(OwnRecords.Day day) {
        return new JsonObject()
                .with("day", day.day().toString())
                .with("event", day.event().code())
                .with("count", day.count());
    }

    private static JsonObject silenced(OwnRecords.Silenced list) {
        return new JsonObject().with("source", list.source()).with("until", list.until());
    }

    private Answer created(Result<Grant> result) {
        return Answer.of(result, (grant, accepted) -> Answer.created(json(grant).with(accepted)));
    }

    private JsonObject json(ManageGrants.Filed filed) {
        return json(filed.grant()).with("asked", asked(filed.asked()));
    }

    private static JsonObject asked(Map<Field, String> asked) {
        var json = new JsonObject();
        asked.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> json.with(field.getKey().code(), field.getValue()));
        return json;
    }

    private JsonObject json(Grant grant) {
        return new JsonObject()
                .with("grantId", grant.grantId())
                .with("state", grant.state(clock.instant()).code())
                .with("lapsesAt", grant.lapsesAt())
                .with("steps", grant.steps().stream().map(GrantActions::step).toList());
    }

    private static JsonObject step(GrantStep step) {
        return new JsonObject()
                .with("what", step.what())
                .with("by", step.by())
                .with("at", step.at())
                .with("entryId", step.entryId());
    }
}
