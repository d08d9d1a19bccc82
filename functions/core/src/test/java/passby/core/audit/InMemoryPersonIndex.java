package passby.core.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** {@link PersonIndex} in memory. */
public final class InMemoryPersonIndex implements PersonIndex {
    private final Map<String, ConcurrentSkipListSet<Long>> rows = new ConcurrentHashMap<>();

    @Override
    public void put(List<Row> more) {
        more.forEach(row -> rows.computeIfAbsent(row.personMonth(), key -> new ConcurrentSkipListSet<>())
                .add(row.position()));
    }

    @Override
    public List<Long> find(String personMonth, long from, int limit) {
        return rows.getOrDefault(personMonth, new ConcurrentSkipListSet<>()).tailSet(from).stream()
                .limit(limit)
                .toList();
    }
}
