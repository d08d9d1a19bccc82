package passby.core.testing;

import java.time.Clock;
import java.util.List;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.Ledger;
import passby.core.policy.AccessPolicies;
import passby.core.policy.CachedPolicy;
import passby.core.request.Authorizer;

/** Gates for tests: one that lets everybody pass, one that lets nobody. */
public final class TestAuthorizer {
    public static final String REFUSAL = "no training on record";

    private TestAuthorizer() {}

    public static Authorizer open(InMemoryCity city, Clock clock) {
        return open(city, city.ledger(), clock);
    }

    public static Authorizer open(InMemoryCity city, Ledger ledger, Clock clock) {
        return authorizer(city, ledger, clock, (action, caller, now) -> new AccessPolicies.Decision.Permitted());
    }

    public static Authorizer closed(InMemoryCity city, Clock clock) {
        return authorizer(
                city,
                city.ledger(),
                clock,
                (action, caller, now) -> new AccessPolicies.Decision.Denied(List.of(REFUSAL)));
    }

    public static Authorizer authorizer(InMemoryCity city, Ledger ledger, Clock clock, AccessPolicies policies) {
        return new Authorizer(
                new CachedPolicy(city.policyDocuments(), clock),
                policies,
                ledger,
                new EntryFactory(clock, city.entropy()),
                clock);
    }
}
