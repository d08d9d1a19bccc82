package passby.core.policy;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import passby.core.ledger.Accepted;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;

/**
 * The door that every person's request passes: the policy in force is read, the access policies decide, and a refusal is in
 * the ledger before it is spoken.
 */
public final class Authorizer {
    /** Whether the request may go on. */
    public sealed interface Authorization {
        /** @param policy in force for the rest of this request */
        record Authorized(EffectivePolicy policy) implements Authorization {}

        record Denied(List<String> reasons, Accepted entry) implements Authorization {
            public Denied {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /** Why a request was refused behind the door, as its entry says: there is no such thing, or not any more. */
    public static final String NOT_FOUND = "not-found";

    /** The same: it is not, or no longer, in the state that was needed. */
    public static final String CONFLICT = "conflict";

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

    public Authorization authorize(Action action, Caller caller) {
        var effective = policy.current();
        return switch (accessPolicies.decide(action, caller, clock.instant())) {
            case AccessPolicies.Decision.Permitted() -> new Authorization.Authorized(effective);
            case AccessPolicies.Decision.Denied(var reasons) -> {
                var committed = Map.of(Field.ACTION, action.code(), Field.REASON, String.join("; ", reasons));
                var entry = entry(EntryType.ACCESS_REFUSED, Outcome.REFUSED, effective, caller, committed);
                yield new Authorization.Denied(reasons, ledger.append(entry));
            }
        };
    }

    /**
     * Enters a refusal of what the door had admitted, under the type that the deed would have had.
     *
     * @param reason a word of ours or a summary of problems; never what came
     * @param committed what the request was about, as far as it is known
     */
    public Accepted refuse(
            EntryType type, EffectivePolicy effective, Caller caller, String reason, Map<Field, String> committed) {
        var all = new EnumMap<Field, String>(Field.class);
        all.putAll(committed);
        all.put(Field.REASON, reason);
        return ledger.append(entry(type, Outcome.REFUSED, effective, caller, all));
    }

    /** An entry about what the caller did, with who it was added to what the caller of this method commits to. */
    public Entry entry(
            EntryType type, Outcome outcome, EffectivePolicy effective, Caller caller, Map<Field, String> committed) {
        return entry(type, outcome, effective, caller, committed, List.of());
    }

    public Entry entry(
            EntryType type,
            Outcome outcome,
            EffectivePolicy effective,
            Caller caller,
            Map<Field, String> committed,
            List<String> references) {
        var all = new EnumMap<Field, String>(Field.class);
        all.putAll(committed);
        all.put(Field.ACTOR, caller.person().personId());
        all.put(Field.AGENCY, caller.person().agency());
        all.put(Field.ORI, caller.person().ori());
        all.put(Field.DEVICE, caller.device());
        return entries.create(type, outcome, effective.hash(), all, references);
    }
}
