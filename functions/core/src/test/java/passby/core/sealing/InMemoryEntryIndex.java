package passby.core.sealing;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

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
    public OptionalLong find(String entryId) {
        var position = positions.get(entryId);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
