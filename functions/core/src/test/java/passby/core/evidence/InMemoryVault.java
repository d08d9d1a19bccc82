package passby.core.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Copies in memory, with their locks. */
public final class InMemoryVault implements Vault {
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, Instant> locks = new TreeMap<>();

    @Override
    public synchronized void put(String name, byte[] content, Instant lockedUntil) {
        if (!Arrays.equals(contents.get(name), content)) {
            contents.put(name, content.clone());
            locks.put(name, lockedUntil);
        }
    }

    @Override
    public synchronized Optional<byte[]> find(String name) {
        return Optional.ofNullable(contents.get(name)).map(byte[]::clone);
    }

    @Override
    public synchronized List<String> lock(String prefix, Instant until) {
        var locked = new ArrayList<String>();
        locks.replaceAll((name, before) -> {
            if (name.startsWith(prefix) && before.isBefore(until)) {
                locked.add(name);
                return until;
            }
            return before;
        });
        return locked;
    }

    @Override
    public synchronized void delete(String prefix) {
        contents.keySet().removeIf(name -> name.startsWith(prefix));
        locks.keySet().removeIf(name -> name.startsWith(prefix));
    }

    public synchronized List<String> names() {
        return List.copyOf(contents.keySet());
    }

    /** When the copy may be deleted by others. */
    public synchronized Optional<Instant> lockedUntil(String name) {
        return Optional.ofNullable(locks.get(name));
    }
}
