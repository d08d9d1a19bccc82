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
    private record Copy(byte[] content, Instant lockedUntil) {}

    private final Map<String, Copy> copies = new TreeMap<>();

    @Override
    public synchronized void put(String name, byte[] content, Instant lockedUntil) {
        var stored = copies.get(name);
        if (stored == null || !Arrays.equals(stored.content(), content)) {
            copies.put(name, new Copy(content.clone(), lockedUntil));
        }
    }

    @Override
    public synchronized Optional<byte[]> find(String name) {
        return Optional.ofNullable(copies.get(name)).map(copy -> copy.content().clone());
    }

    @Override
    public synchronized List<String> lock(String prefix, Instant until) {
        var locked = new ArrayList<String>();
        copies.replaceAll((name, copy) -> {
            if (name.startsWith(prefix) && copy.lockedUntil().isBefore(until)) {
                locked.add(name);
                return new Copy(copy.content(), until);
            }
            return copy;
        });
        return locked;
    }

    @Override
    public synchronized void delete(String prefix) {
        copies.keySet().removeIf(name -> name.startsWith(prefix));
    }

    public synchronized List<String> names() {
        return List.copyOf(copies.keySet());
    }

    /** When the copy may be deleted by others. */
    public synchronized Optional<Instant> lockedUntil(String name) {
        return Optional.ofNullable(copies.get(name)).map(Copy::lockedUntil);
    }
}
