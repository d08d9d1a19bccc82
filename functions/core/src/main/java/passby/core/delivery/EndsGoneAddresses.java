package passby.core.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/** Ends subscriptions whose address is no more, such as that of a browser whose data was cleared. */
public final class EndsGoneAddresses {
    private final Subscriptions subscriptions;
    private final EntryFactory entries;
    private final Supplier<String> policyHash;
    private final Clock clock;

    public EndsGoneAddresses(
            Subscriptions subscriptions, EntryFactory entries, Supplier<String> policyHash, Clock clock) {
        this.subscriptions = subscriptions;
        this.entries = entries;
        this.policyHash = policyHash;
        this.clock = clock;
    }

    /** Nothing happens to one that was changed meanwhile: the next alert tells. */
    void end(Subscription gone) {
        var entry = entries.create(
                EntryType.SUBSCRIPTION_ENDED,
                Outcome.DONE,
                policyHash.get(),
                Map.of(Field.SUBJECT, gone.subscriptionId()));
        subscriptions.replace(gone, gone.ended(clock.instant()), entry);
    }
}
