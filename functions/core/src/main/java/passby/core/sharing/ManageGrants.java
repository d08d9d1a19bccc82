package passby.core.sharing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.audit.Openings;
import passby.core.capture.Cameras;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.People;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.request.SecondPerson;
import passby.core.request.StoredRequests;
import passby.core.search.Purposes;

/**
 * Files the written requests of other agencies, and lets the Program Manager review them. Whoever filed a request does not review it,
 * and the reviewer's second factor is fresh. A requester whom the state's rules refuse is refused at the filing, with the rule, and
 * again whenever the rules have changed since. (product.md, G2 and G3)
 */
public final class ManageGrants {
    /**
     * A grant as the city's own people see it.
     *
     * @param asked what was asked, by the fields of its entry; empty once those are deleted
     */
    public record Filed(Grant grant, Map<Field, String> asked) {
        public Filed {
            asked = Map.copyOf(asked);
        }
    }

    static final String CLOSED = "The grant is decided or released.";
    static final String FORGOTTEN = "What was asked is deleted: nothing is given on it any more.";
    static final String AT_THE_SAME_MOMENT = "Somebody else changed the grant at the same moment.";

    private final Authorizer authorizer;
    private final StoredRequests<Grant> grants;
    private final AskedGrants asked;
    private final SharingPolicies policies;
    private final Cameras cameras;
    private final People people;
    private final Purposes purposes;
    private final Ulids ids;
    private final Clock clock;

    public ManageGrants(
            Authorizer authorizer,
            StoredRequests<Grant> grants,
            Openings openings,
            SharingPolicies policies,
            Cameras cameras,
            People people,
            Purposes purposes,
            Ulids ids,
            Clock clock) {
        this.authorizer = authorizer;
        this.grants = grants;
        this.asked = new AskedGrants(openings);
        this.policies = policies;
        this.cameras = cameras;
        this.people = people;
        this.purposes = purposes;
        this.ids = ids;
        this.clock = clock;
    }

    /** The body is {@code {"requester":{…},"scope":{…},"purpose":{…}}}. */
    public Result<Grant> file(Caller caller, Form body) {
        return authorizer.handle(
                Action.REQUEST_GRANT,
                EntryType.GRANT_REQUESTED,
                caller,
                authorized -> authorized.check(
                        GrantForm.parse(body, authorized.policy(), purposes, clock.instant()),
                        form -> file(authorized.about(form.committed()), form)));
    }

    private Result<Grant> file(AuthorizedRequest authorized, GrantForm form) {
        if (form.scope().cameraIds().stream().anyMatch(id -> cameras.find(id).isEmpty())) {
            return authorized.invalid(
                    List.of(new Problem("scope.cameraIds", "malformed", "ids of cameras of this city")));
        }
        var refused = refused(authorized, form.requester());
        if (refused.isPresent()) {
            return authorized.refuse(refused.get());
        }
        var grantId = ids.next();
        var request = authorized.about(Map.of(Field.SUBJECT, grantId, Field.GRANT, grantId));
        var entry = request.entry();
        var by = request.caller().person().personId();
        var grant = Grant.requested(grantId, GrantStep.of("requested", by, clock.instant(), entry));
        return request.commit(grant, grants.add(grant, entry), AT_THE_SAME_MOMENT);
    }

    private Optional<Refusal> refused(AuthorizedRequest request, OutsideRequester requester) {
        return switch (policies.judge(requester, request.policy().stateProfile())) {
            case SharingPolicies.Verdict.Permitted() -> Optional.empty();
            case SharingPolicies.Verdict.Refused(var rules) -> Optional.of(new Refusal.Denied(rules));
        };
    }

    /** Those of today and yesterday, the oldest first: what is older is decided or lapsed, and stands in the ledger. */
    public Result<List<Filed>> list(Caller caller) {
        return authorizer.handle(Action.LIST_GRANTS, EntryType.GRANTS_LISTED, caller, request -> {
            var now = clock.instant();
            var filed = grants.recent(SecondPerson.GRANT, now).stream()
                    .map(grant -> new Filed(
                            grant,
                            asked.find(grant).map(AskedGrants.Asked::fields).orElse(Map.of())))
                    .toList();
            return request.about(Field.RESULT_COUNT, String.valueOf(filed.size()))
                    .answer(filed);
        });
    }

    /**
     * The body is {@code {"approve":true,"reason":"…"}}.
     *
     * @param grantId not validated here: an impossible one is treated, and recorded, as not found
     */
    public Result<Grant> decide(Caller caller, String grantId, Form body) {
        return authorizer.handle(Action.DECIDE_GRANT, EntryType.GRANT_DECIDED, caller, authorized -> {
            var request = authorized.about(Map.of(Field.SUBJECT, grantId, Field.GRANT, grantId));
            return request.check(
                    Review.parse(body),
                    review -> grants.find(grantId)
                            .map(grant -> decide(request.about(review.committed()), grant, review))
                            .orElseGet(request::notFound));
        });
    }

    private Result<Grant> decide(AuthorizedRequest request, Grant grant, Review review) {
        var now = clock.instant();
        if (!request.caller().hasFreshSecondFactor(now)) {
            return request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        }
        var state = grant.state(now);
        if (state != Grant.State.REQUESTED) {
            return request.refuse(
                    new Refusal.Conflict(state == Grant.State.LAPSED ? SecondPerson.LAPSED : CLOSED, state.code()));
        }
        if (!SecondPerson.isIndependent(request.caller().person(), Role.PROGRAM_MANAGER, grant.filedBy(), people)) {
            return request.refuse(new Refusal.Unmet(Requirement.INDEPENDENT_PERSON));
        }
        var known = asked.find(grant);
        if (known.isEmpty()) {
            return request.refuse(new Refusal.Conflict(FORGOTTEN, state.code()));
        }
        var refused = review.approve() ? refused(request, known.get().requester()) : Optional.<Refusal>empty();
        return refused.<Result<Grant>>map(request::refuse).orElseGet(() -> decided(request, grant, review));
    }

    private Result<Grant> decided(AuthorizedRequest request, Grant grant, Review review) {
        var entry = request.entry(grant.entryIds());
        var caller = request.caller();
        var what = review.approve() ? "approved" : "refused";
        var step = GrantStep.of(what, caller.person().personId(), clock.instant(), entry);
        var next = review.approve() ? grant.approved(step, caller.signedInAt()) : grant.refused(step);
        return request.commit(next, grants.revise(next, entry), AT_THE_SAME_MOMENT);
    }

    /** @param reason for the ledger */
    private record Review(boolean approve, String reason) {
        private static final int MAX_REASON = 500;

        static Checked<Review> parse(Form body) {
            var approve = body.bool("approve");
            var reason = body.string("reason", MAX_REASON);
            return body.checked(() -> new Review(approve, reason));
        }

        Map<Field, String> committed() {
            return Map.of(Field.ACTION, approve ? "approve" : "refuse", Field.NARRATIVE, reason);
        }
    }
}
