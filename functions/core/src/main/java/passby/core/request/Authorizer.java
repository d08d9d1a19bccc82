package passby.core.request;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.people.Caller;
import passby.core.policy.AccessPolicies;
import passby.core.policy.Action;
import passby.core.policy.CachedPolicy;

/**
 * Authorizes every person's request: reads the policy in force, lets the access policies decide, and enters a denial in the
 * ledger before it is answered.
 */
public final class Authorizer {
    private final CachedPolicy policy;
    private final AccessPolicies accessPolicies;
    private final Ledger ledger;
    private final EntryFactory entries;
    private final Clock clock;

    public Authorizer(
            CachedPolicy policy, AccessPolicies accessPolicies, Ledger ledger, EntryFactory entries, Clock clock) {
        this.policy = policy;
        this.accessPolicies = accessPolicies;
        this.ledger = ledger;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @param type of the entry in which the request ends when it is authorized, done or refused
     * @param use the use case's own rule
     * @throws passby.core.policy.PolicyUnavailable when no policy in force can be read
     */
    public <T> Result<T> handle(
            Action action, EntryType type, Caller caller, Function<AuthorizedRequest, Result<T>> use) {
        var effective = policy.current();
        return switch (accessPolicies.decide(action, caller.under(effective.hash()), clock.instant())) {
            case AccessPolicies.Decision.Permitted() ->
                use.apply(new AuthorizedRequest(type, effective, caller, Map.of(), ledger, entries));
            case AccessPolicies.Decision.Denied(var reasons) -> {
                var committed = new EnumMap<Field, String>(Map.of(Field.ACTION, action.code()));
                yield new AuthorizedRequest(EntryType.ACCESS_REFUSED, effective, caller, committed, ledger, entries)
                        .refuse(new Refusal.Denied(List.copyOf(reasons)));
            }
        };
    }
}
