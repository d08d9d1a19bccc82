package passby.core.sealing;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@link EntryIndex} in memory. */
public final class InMemoryEntryIndex implements EntryIndex {
    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    @Override
    public void put(long first, List<String> entryIds) {
        for (var i = 0; i < entryIds.size(); i++) {
            positions.put(entryIds.get(i), first + i);
        }
    }

    @Override
    public Map<String, Long> find(List<String> entryIds) {
        return entryIds.stream()
                .distinct()
                .filter(positions::containsKey)
                .collect(Collectors.toMap(Function.identity(), positions::get));
    }

    @Override
    public OptionalLong find(String entryId) {
        var position = positions.get(entryId);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
