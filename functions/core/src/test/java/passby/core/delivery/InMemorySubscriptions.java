package passby.core.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import passby.core.hit.Alert;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Subscriptions and who received what, in memory. */
public final class InMemorySubscriptions implements Subscriptions, Recipients {
    private final InMemoryLedger ledger;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();

    public InMemorySubscriptions(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Subscription> of(String personId) {
        return ledger.exclusively(() -> subscriptions.values().stream()
                .filter(subscription -> subscription.personId().equals(personId))
                .toList());
    }

    @Override
    public Commit add(Subscription subscription, Entry entry) {
        return ledger.commit(
                () -> !subscriptions.containsKey(subscription.subscriptionId()), () -> put(subscription), entry);
    }

    @Override
    public Commit replace(Subscription before, Subscription after, Entry entry) {
        return ledger.commit(() -> before.equals(subscriptions.get(before.subscriptionId())), () -> put(after), entry);
    }

    @Override
    public void endAll(String personId, Instant now) {
        of(personId).stream()
                .filter(subscription -> subscription.isLive(now))
                .forEach(subscription -> put(subscription.ended(now)));
    }

    /** Stores it as it is, without an entry. */
    public void put(Subscription subscription) {
        subscriptions.put(subscription.subscriptionId(), subscription);
    }

    @Override
    public List<Subscription> confirmed() {
        return ledger.exclusively(() ->
                subscriptions.values().stream().filter(Subscription::confirmed).toList());
    }

    @Override
    public boolean hasReceived(Subscription subscription, Alert alert) {
        return received.contains(subscription.subscriptionId() + alert.hitId().value() + alert.escalated());
    }

    @Override
    public void markReceived(Subscription subscription, Alert alert, Instant expiresAt) {
        received.add(subscription.subscriptionId() + alert.hitId().value() + alert.escalated());
    }
}
