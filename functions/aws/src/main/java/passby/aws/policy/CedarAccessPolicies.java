package passby.aws.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.policy.AccessPolicies;
import passby.core.policy.Action;
import passby.core.policy.StateProfile;
import passby.core.sharing.OutsideRequester;
import passby.core.sharing.SharingPolicies;

/**
 * Decides by the Cedar policies in this jar. What no policy permits is refused; what one forbids is refused whatever permits
 * it. The engine is native code and is loaded when the first of these is made. Safe for many threads.
 */
public final class CedarAccessPolicies implements AccessPolicies, SharingPolicies {
    static final String NOT_IN_YOUR_ROLES = "Your roles do not include this.";
    private static final String NOBODY = "no-policy-permits: Nobody is given reads whom no policy names.";
    private static final String RECEIVE_READS = "ReceiveReads";

    private static final EntityTypeName PERSON = type("Passby::Person");
    private static final EntityTypeName REQUESTER = type("Passby::Requester");
    private static final EntityTypeName ROLE = type("Passby::Role");
    private static final EntityTypeName ACTION = type("Passby::Action");
    private static final EntityUID CITY = new EntityUID(type("Passby::City"), "city");

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;
    private final Map<String, String> reasons;
    private final Map<String, String> names;

    public CedarAccessPolicies() {
        this(PolicyTexts.policies());
    }

    CedarAccessPolicies(String text) {
        try {
            this.policies = PolicySet.parsePolicies(text);
            this.reasons = annotations(policies, "reason");
            this.names = annotations(policies, "id");
            policies.cache();
        } catch (InternalException | CacheException e) {
            throw new IllegalStateException("the policies cannot be read", e);
        }
    }

    /** SHA-256 of the policies and their schema, 64 hexadecimal digits. */
    public static String hash() {
        return PolicyTexts.hash();
    }

    @Override
    public Decision decide(Action action, Caller caller, Instant now) {
        var response = decide(action.code(), person(caller, now), Map.of());
        if (response.isAllowed()) {
            return new Decision.Permitted();
        }
        var forbidden = response.getReason().stream()
                .map(id -> reasons.getOrDefault(id, NOT_IN_YOUR_ROLES))
                .sorted()
                .distinct()
                .toList();
        return new Decision.Denied(forbidden.isEmpty() ? List.of(NOT_IN_YOUR_ROLES) : forbidden);
    }

    /**
     * A decision and the names of the policies that made it.
     *
     * @param policies those that permitted, or those that forbade; empty when no policy speaks of it, which is a refusal
     * @param reasons the sentences for whom is refused
     */
    public record Explanation(boolean permitted, List<String> policies, List<String> reasons) {
        public Explanation {
            policies = List.copyOf(policies);
            reasons = List.copyOf(reasons);
        }
    }

    /** The same decision as {@link #decide(Action, Caller, Instant)}, with the policies that it follows from. */
    public Explanation explain(Action action, Caller caller, Instant now) {
        var response = decide(action.code(), person(caller, now), Map.of());
        var deciding = response.getReason().stream()
                .map(id -> names.getOrDefault(id, id))
                .sorted()
                .toList();
        return switch (decide(action, caller, now)) {
            case Decision.Permitted() -> new Explanation(true, deciding, List.of());
            case Decision.Denied(var sentences) -> new Explanation(false, deciding, sentences);
        };
    }

    @Override
    public Verdict judge(OutsideRequester requester, StateProfile profile) {
        var asker = new Entity(
                new EntityUID(REQUESTER, "requester"),
                Map.of(
                        "class", new PrimString(requester.requesterClass().code()),
                        "state", new PrimString(requester.state()),
                        "declared", new PrimBool(requester.isDeclared()),
                        "ordered", new PrimBool(requester.isOrderedByCourt()),
                        "federal", new PrimBool(requester.isFederal())),
                Set.of());
        var response = decide(RECEIVE_READS, asker, Map.of("profile", new PrimString(profile.code())));
        if (response.isAllowed()) {
            return new Verdict.Permitted();
        }
        var rules = response.getReason().stream()
                .map(id -> names.getOrDefault(id, id) + ": " + reasons.getOrDefault(id, ""))
                .sorted()
                .toList();
        return new Verdict.Refused(rules.isEmpty() ? List.of(NOBODY) : rules);
    }

    /** A policy that could not be evaluated is none at all, and it may be the one that forbids: then nothing is decided. */
    private AuthorizationSuccessResponse decide(String action, Entity principal, Map<String, Value> context) {
        var request = new AuthorizationRequest(principal.getEUID(), new EntityUID(ACTION, action), CITY, context);
        try {
            var response = engine.isAuthorized(request, policies, Set.of(principal)).success;
            return response.filter(success -> success.getErrors().isEmpty())
                    .orElseThrow(() -> new IllegalStateException("the policies cannot be evaluated"));
        } catch (AuthException e) {
            throw new IllegalStateException("the policy engine does not answer", e);
        }
    }

    private static Entity person(Caller caller, Instant now) {
        var person = caller.person();
        var roles = person.roles().stream().map(CedarAccessPolicies::role).collect(Collectors.toSet());
        return new Entity(
                new EntityUID(PERSON, person.personId()),
                Map.of(
                        "trained", new PrimBool(person.isTrained(now)),
                        "acknowledged", new PrimBool(person.hasAcknowledged(now))),
                roles);
    }

    private static EntityUID role(Role role) {
        return new EntityUID(ROLE, role.code());
    }

    private static Map<String, String> annotations(PolicySet policies, String name) throws InternalException {
        var found = new HashMap<String, String>();
        for (Policy policy : policies.policies) {
            Optional.ofNullable(policy.getAnnotations().get(name)).ifPresent(value -> found.put(policy.getID(), value));
        }
        return Map.copyOf(found);
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
