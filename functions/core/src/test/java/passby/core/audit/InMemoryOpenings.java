package passby.core.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import passby.core.ledger.Entry;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;

/** {@link Openings} in memory. */
public final class InMemoryOpenings implements Openings {
    private final Map<String, Map<Field, Opening>> openings = new ConcurrentHashMap<>();

    public void accept(Entry entry) {
        openings.put(entry.entryId(), entry.openings());
    }

    public void delete(String entryId) {
        openings.remove(entryId);
    }

    @Override
    public Map<String, Map<Field, Opening>> find(List<String> entryIds) {
        return entryIds.stream()
                .distinct()
                .filter(openings::containsKey)
                .collect(Collectors.toMap(id -> id, openings::get));
    }
}
