package passby.core.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** Waiting searches in memory. */
public final class InMemoryWaitingSearches implements WaitingSearches {
    private final InMemoryLedger ledger;
    private final TreeMap<String, WaitingSearch> searches = new TreeMap<>();

    public InMemoryWaitingSearches(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** As if it had been asked for long ago. */
    public void put(WaitingSearch search) {
        ledger.exclusively(() -> searches.put(search.requestId(), search));
    }

    @Override
    public Optional<WaitingSearch> find(String requestId) {
        return ledger.exclusively(() -> Optional.ofNullable(searches.get(requestId)));
    }

    @Override
    public List<WaitingSearch> askedOn(Instant day) {
        return ledger.exclusively(() -> searches.values().stream()
                .filter(search ->
                        search.requestedAt().truncatedTo(ChronoUnit.DAYS).equals(day.truncatedTo(ChronoUnit.DAYS)))
                .toList());
    }

    @Override
    public Commit add(WaitingSearch search, Entry entry) {
        return ledger.commit(() -> find(search.requestId()).isEmpty(), () -> put(search), entry);
    }

    @Override
    public Commit revise(WaitingSearch revised, Entry entry) {
        return ledger.commit(
                () -> find(revised.requestId())
                        .filter(stored -> stored.revision() == revised.revision() - 1)
                        .isPresent(),
                () -> put(revised),
                entry);
    }
}
