package passby.core.testing;

import java.time.Clock;
import java.util.List;
import passby.core.ledger.Entries;
import passby.core.ledger.Ledger;
import passby.core.policy.AccessPolicies;
import passby.core.policy.FreshPolicy;
import passby.core.policy.Gate;

/** Gates for tests: one that lets everybody pass, one that lets nobody. */
public final class TestGate {
    public static final String REFUSAL = "no training on record";

    private TestGate() {}

    public static Gate open(InMemoryCity city, Clock clock) {
        return open(city, city.ledger(), clock);
    }

    public static Gate open(InMemoryCity city, Ledger ledger, Clock clock) {
        return gate(city, ledger, clock, (action, caller, now) -> new AccessPolicies.Decision.Permitted());
    }

    public static Gate closed(InMemoryCity city, Clock clock) {
        return gate(
                city,
                city.ledger(),
                clock,
                (action, caller, now) -> new AccessPolicies.Decision.Denied(List.of(REFUSAL)));
    }

    public static Gate gate(InMemoryCity city, Ledger ledger, Clock clock, AccessPolicies policies) {
        return new Gate(
                new FreshPolicy(city.policyDocuments(), clock),
                policies,
                ledger,
                new Entries(clock, city.entropy()),
                clock);
    }
}
