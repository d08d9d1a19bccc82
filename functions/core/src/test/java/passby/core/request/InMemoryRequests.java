package passby.core.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Requests of one kind in memory. */
public final class InMemoryRequests<T extends StoredRequest> implements StoredRequests<T> {
    private final InMemoryLedger ledger;
    private final TreeMap<String, T> requests = new TreeMap<>();

    public InMemoryRequests(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As if it had been asked for long ago. */
    public void put(T request) {
        ledger.exclusively(() -> requests.put(request.requestId(), request));
    }

    @Override
    public Optional<T> find(String requestId) {
        return ledger.exclusively(() -> Optional.ofNullable(requests.get(requestId)));
    }

    @Override
    public List<T> askedOn(Instant day) {
        return ledger.exclusively(() -> requests.values().stream()
                .filter(request ->
                        request.requestedAt().truncatedTo(ChronoUnit.DAYS).equals(day.truncatedTo(ChronoUnit.DAYS)))
                .toList());
    }

    @Override
    public Commit add(T request, Entry entry) {
        return ledger.commit(() -> find(request.requestId()).isEmpty(), () -> put(request), entry);
    }

    @Override
    public Commit revise(T revised, Entry entry) {
        return ledger.commit(
                () -> find(revised.requestId())
                        .filter(stored -> stored.revision() == revised.revision() - 1)
                        .isPresent(),
                () -> put(revised),
                entry);
    }
}
