package passby.core.hotlist;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.plate.CityKey;
import passby.core.plate.PlateKey;

/** Hot lists in memory. */
public final class InMemoryHotLists implements HotLists {
    private record Key(String source, String recordId) {
        static Key of(HotListEntry listed) {
            return new Key(listed.source(), listed.recordId());
        }
    }

    private final InMemoryLedger ledger;
    private final CityKey cityKey;
    private final Map<Key, HotListEntry> listed = new LinkedHashMap<>();

    public InMemoryHotLists(InMemoryLedger ledger, CityKey cityKey) {
        this.ledger = ledger;
        this.cityKey = cityKey;
    }

    /** As an import or an approval leaves it. */
    public void put(HotListEntry entry) {
        ledger.exclusively(() -> listed.put(Key.of(entry), entry));
    }

    @Override
    public List<HotListEntry> byPlate(PlateKey key, Instant now) {
        return ledger.exclusively(() -> listed.values().stream()
                .filter(entry -> entry.plate()
                        .filter(plate -> cityKey.plateKey(plate).equals(key))
                        .isPresent())
                .filter(entry -> entry.isLive(now))
                .toList());
    }

    @Override
    public Optional<HotListEntry> find(String source, String recordId) {
        return ledger.exclusively(() -> Optional.ofNullable(listed.get(new Key(source, recordId))));
    }

    @Override
    public Commit add(HotListEntry entry, Entry ledgerEntry) {
        return ledger.commit(() -> find(entry.source(), entry.recordId()).isEmpty(), () -> put(entry), ledgerEntry);
    }

    @Override
    public List<HotListEntry> withoutPlate(Instant now) {
        return ledger.exclusively(() -> listed.values().stream()
                .filter(entry -> entry.plate().isEmpty() && entry.isLive(now))
                .limit(MAX_OPEN)
                .toList());
    }

    @Override
    public List<HotListEntry> custom(Instant now) {
        return ledger.exclusively(() -> listed.values().stream()
                .filter(entry -> entry.isCustom() && entry.isLive(now))
                .sorted(Comparator.comparing(HotListEntry::createdAt).reversed())
                .toList());
    }

    @Override
    public boolean wasEnteredSince(HotListEntry again, Instant since) {
        return ledger.exclusively(() -> listed.values().stream()
                .filter(entry -> entry.isCustom() && !entry.createdAt().isBefore(since))
                .anyMatch(again::asksForTheSameAs));
    }

    @Override
    public Commit revise(HotListEntry revised, Entry ledgerEntry) {
        return ledger.commit(
                () -> find(revised.source(), revised.recordId())
                        .filter(stored -> stored.revision() == revised.revision() - 1)
                        .isPresent(),
                () -> put(revised),
                ledgerEntry);
    }
}
