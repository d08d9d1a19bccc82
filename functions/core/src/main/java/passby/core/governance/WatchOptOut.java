package passby.core.governance;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import passby.core.ledger.Commit;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.policy.PolicyDocuments;
import passby.core.policy.RecognizerOrder;

/**
 * Looks whether the opt-out that lets pictures go to Rekognition is still in force. When that is not certain the order
 * becomes {@code container-only} at once; going back is a loosening, and waits for two people.
 */
public final class WatchOptOut {
    private static final String ORIGIN = "daily look at the AI-services opt-out";
    private static final int MAX_ATTEMPTS = 5;

    private final PolicyDocuments documents;
    private final OptOut optOut;
    private final Counters counters;
    private final EntryFactory entries;
    private final Clock clock;

    public WatchOptOut(PolicyDocuments documents, OptOut optOut, Counters counters, EntryFactory entries, Clock clock) {
        this.documents = documents;
        this.optOut = optOut;
        this.counters = counters;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @return whether the order had to be changed; an alarm watches the count of these
     * @throws IllegalStateException when others keep changing the policy at the same moment
     */
    public boolean handle() {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var trusting = documents.find().filter(policy -> policy.order().asksRekognition());
            if (trusting.isEmpty()) {
                return false;
            }
            var status = optOut.status();
            if (status == OptOut.Status.IN_FORCE) {
                return false;
            }
            if (withdraw(trusting.get(), status) instanceof Commit.Done) {
                counters.add(Count.OPT_OUT_NOT_CERTAIN, clock.instant());
                return true;
            }
        }
        throw new IllegalStateException("others change the policy at the same moment");
    }

    private Commit withdraw(EffectivePolicy inForce, OptOut.Status status) {
        var change =
                new Change(Parameter.RECOGNIZER_ORDER, inForce.order().code(), RecognizerOrder.CONTAINER_ONLY.code());
        var next = CityParameters.of(inForce).with(List.of(change)).policy(inForce.version() + 1, inForce.bounds());
        return documents.put(next, entry(inForce, next, change, status));
    }

    private Entry entry(EffectivePolicy inForce, EffectivePolicy next, Change change, OptOut.Status status) {
        return entries.create(
                EntryType.POLICY_CHANGED,
                Outcome.DONE,
                next.hash(),
                Map.of(
                        Field.ACTOR,
                        ORIGIN,
                        Field.ACTION,
                        Change.string(List.of(change)),
                        Field.REASON,
                        "opt-out " + status.code(),
                        Field.BEFORE,
                        inForce.canonical(),
                        Field.AFTER,
                        next.canonical()));
    }
}
