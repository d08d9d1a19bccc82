package passby.core.governance;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.policy.PolicyDocuments;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.zone.ExcludedZone;
import passby.core.zone.ExcludedZones;
import passby.core.zone.ZoneForm;
import passby.core.zone.ZoneShapes;

/**
 * Excludes places from capture: each new zone counts at once, by the next version of the policy. That one goes again is a
 * loosening: it waits for two people in two roles ({@link DecidePolicyRequest}). (product.md, A4)
 */
public final class ManageExcludedZones {
    private static final String AT_THE_SAME_MOMENT = "Others change the policy at the same moment. Try again.";
    private static final String KNOWN =
            "There is a zone of that id already. A zone never changes: it goes, and another one comes.";
    private static final String TOO_MANY = "A city has " + ExcludedZones.MOST + " excluded zones with "
            + ExcludedZones.MOST_CORNERS + " corners at most.";
    private static final int MAX_ATTEMPTS = 5;
    private static final int MAX_REASON = 500;

    private final Authorizer authorizer;
    private final PolicyDocuments documents;
    private final PolicyRequests requests;
    private final ZoneShapes shapes;
    private final Ulids ids;
    private final Clock clock;

    public ManageExcludedZones(
            Authorizer authorizer,
            PolicyDocuments documents,
            PolicyRequests requests,
            ZoneShapes shapes,
            Ulids ids,
            Clock clock) {
        this.authorizer = authorizer;
        this.documents = documents;
        this.requests = requests;
        this.shapes = shapes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers the policy that excludes them from now on. */
    public Result<EffectivePolicy> add(Caller caller, Form body) {
        return authorizer.handle(
                Action.ADD_EXCLUDED_ZONES,
                EntryType.POLICY_CHANGED,
                caller,
                request -> request.check(
                        ZoneForm.parse(body, shapes),
                        form -> attempt(request, () -> add(request.about(Field.NARRATIVE, form.reason()), form))));
    }

    /** Empty when somebody else was faster. */
    private Optional<Result<EffectivePolicy>> add(AuthorizedRequest request, ZoneForm form) {
        var inForce = documents.current();
        var wanted = form.zones();
        if (wanted.zones().stream().map(ExcludedZone::zoneId).anyMatch(inForce.zones()::has)) {
            return Optional.of(request.refuse(new Refusal.Conflict(KNOWN)));
        }
        if (inForce.zones().zones().size() + wanted.zones().size() > ExcludedZones.MOST
                || inForce.zones().corners() + wanted.corners() > ExcludedZones.MOST_CORNERS) {
            return Optional.of(request.refuse(new Refusal.Conflict(TOO_MANY)));
        }
        var change = new Change(Parameter.EXCLUDED_ZONES, "", wanted.text());
        var next = CityParameters.of(inForce).with(List.of(change)).policy(inForce.version() + 1, inForce.bounds());
        var entry = request.about(Map.of(
                        Field.ACTION, "exclude " + ids(wanted),
                        Field.BEFORE, inForce.canonical(),
                        Field.AFTER, next.canonical()))
                .as(EntryType.POLICY_CHANGED, next)
                .entry();
        return documents.put(next, entry) instanceof Commit.Done(var accepted)
                ? Optional.of(new Result.Done<>(next, accepted))
                : Optional.empty();
    }

    /** The body is {@code {"zoneIds":["school-12"],"reason":"…"}}. Answers what two people decide on. */
    public Result<PolicyRequest> remove(Caller caller, Form body) {
        return authorizer.handle(Action.REMOVE_EXCLUDED_ZONES, EntryType.POLICY_REQUESTED, caller, authorized -> {
            var zoneIds = body.codes(
                    "zoneIds",
                    id -> Optional.of(id)
                            .filter(text -> ExcludedZone.ID.matcher(text).matches()),
                    "ids of excluded zones");
            if (body.isValid("zoneIds") && zoneIds.isEmpty()) {
                body.reject("zoneIds", "missing", "at least one");
            }
            var reason = body.string("reason", MAX_REASON);
            return authorized.check(
                    body.checked(() -> zoneIds),
                    named -> attempt(authorized, () -> remove(authorized.about(Field.NARRATIVE, reason), named)));
        });
    }

    /** A request that is pending already stays in this one, without the decisions that were taken on it alone. */
    private Optional<Result<PolicyRequest>> remove(AuthorizedRequest request, Set<String> zoneIds) {
        var going = documents.current().zones().only(zoneIds);
        if (going.zones().size() != zoneIds.size()) {
            return Optional.of(request.notFound());
        }
        var now = clock.instant();
        var newest = requests.newest(1).stream().findFirst();
        var pending = newest.filter(asked -> asked.isOpen(now))
                .map(PolicyRequest::changes)
                .orElse(List.of());
        var changes = joined(pending, going);
        var requestId = ids.next();
        var entry = request.about(Map.of(Field.ACTION, "no longer exclude " + ids(going), Field.SUBJECT, requestId))
                .entry();
        var by = request.caller().person().personId();
        var asked = PolicyRequest.of(requestId, by, now, changes, entry.entryId());
        return requests.add(asked, newest.orElse(null), entry) instanceof Commit.Done(var accepted)
                ? Optional.of(new Result.Done<>(asked, accepted))
                : Optional.empty();
    }

    /** With the zones that were to go already, in one change. */
    private static List<Change> joined(List<Change> pending, ExcludedZones going) {
        var before = pending.stream()
                .filter(change -> change.what() == Parameter.EXCLUDED_ZONES)
                .map(change -> ExcludedZones.of(change.from()))
                .reduce(ExcludedZones.NONE, ExcludedZones::plus);
        var all = before.plus(going.minus(before));
        return Stream.concat(
                        pending.stream().filter(change -> change.what() != Parameter.EXCLUDED_ZONES),
                        Stream.of(new Change(Parameter.EXCLUDED_ZONES, all.text(), "")))
                .toList();
    }

    private static String ids(ExcludedZones zones) {
        return String.join(" ", zones.zones().stream().map(ExcludedZone::zoneId).toList());
    }

    private interface Attempt<T> {
        Optional<Result<T>> make();
    }

    private static <T> Result<T> attempt(AuthorizedRequest request, Attempt<T> attempt) {
        for (var i = 0; i < MAX_ATTEMPTS; i++) {
            var made = attempt.make();
            if (made.isPresent()) {
                return made.get();
            }
        }
        return request.refuse(new Refusal.Conflict(AT_THE_SAME_MOMENT));
    }
}
