package passby.core.hotlist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;

/**
 * What the city does for a person who keeps being stopped for somebody else's record: until its end a suppression keeps one
 * plate from making hits with one list. It has an owner, and silences alerts, so a second factor is shown for it.
 */
public final class ManageSuppressions {
    private static final String TOO_MANY =
            "The city has " + Suppressions.MOST + " suppressions already, the most it may have.";
    private static final String AT_THE_SAME_MOMENT = "This suppression was changed at the same moment. Try again.";

    private final Authorizer authorizer;
    private final Suppressions suppressions;
    private final Ulids ids;
    private final Clock clock;

    public ManageSuppressions(Authorizer authorizer, Suppressions suppressions, Ulids ids, Clock clock) {
        this.authorizer = authorizer;
        this.suppressions = suppressions;
        this.ids = ids;
        this.clock = clock;
    }

    public Result<Suppression> suppress(Caller caller, Form body) {
        return authorizer.handle(
                Action.SUPPRESS_PLATE,
                EntryType.PLATE_SUPPRESSED,
                caller,
                request -> request.check(
                        SuppressionForm.parse(body, ids.next(), caller.person().personId(), clock.instant()),
                        wanted -> suppress(request.about(about(wanted)), wanted)));
    }

    private Result<Suppression> suppress(AuthorizedRequest request, Suppression wanted) {
        if (!request.caller().hasFreshSecondFactor(clock.instant())) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        return suppressions.live(clock.instant()).size() >= Suppressions.MOST
                ? request.refuse(new Refusal.Conflict(TOO_MANY))
                : request.change(wanted, entry -> suppressions.add(wanted, entry), AT_THE_SAME_MOMENT);
    }

    /** All that live, with their owners and ends. */
    public Result<List<Suppression>> list(Caller caller) {
        return authorizer.handle(Action.LIST_SUPPRESSIONS, EntryType.SUPPRESSIONS_LISTED, caller, request -> {
            var live = suppressions.live(clock.instant());
            return request.about(Field.RESULT_COUNT, String.valueOf(live.size()))
                    .answer(live);
        });
    }

    /** From now on the list alerts again. */
    public Result<Suppression> end(Caller caller, String suppressionId) {
        return authorizer.handle(
                Action.END_SUPPRESSION,
                EntryType.SUPPRESSION_ENDED,
                caller,
                request -> suppressions.live(clock.instant()).stream()
                        .filter(found -> found.suppressionId().equals(suppressionId))
                        .findFirst()
                        .map(found -> end(request.about(about(found)), found))
                        .orElseGet(() ->
                                request.about(Field.SUBJECT, suppressionId).notFound()));
    }

    private Result<Suppression> end(AuthorizedRequest request, Suppression found) {
        var ended = found.ended(clock.instant());
        return request.change(ended, entry -> suppressions.replace(found, ended, entry), AT_THE_SAME_MOMENT);
    }

    private static Map<Field, String> about(Suppression suppression) {
        return Map.of(
                Field.SUBJECT, suppression.suppressionId(),
                Field.PLATE,
                        suppression.plate().raw() + " " + suppression.state().code(),
                Field.AGENCY, suppression.source(),
                Field.REASON, suppression.reason(),
                Field.CASE_NUMBER, suppression.caseNumber().value());
    }
}
