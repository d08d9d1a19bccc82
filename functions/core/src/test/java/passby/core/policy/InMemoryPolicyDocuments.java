package passby.core.policy;

import java.util.TreeMap;

/** Versions of the policy in memory. */
public final class InMemoryPolicyDocuments implements PolicyDocuments {
    private final TreeMap<Integer, EffectivePolicy> versions = new TreeMap<>();
    private boolean readable = true;

    public synchronized void put(EffectivePolicy policy) {
        versions.put(policy.version(), policy);
    }

    /** Whether the store can be read from now on. */
    public synchronized void setReadable(boolean yes) {
        readable = yes;
    }

    @Override
    public synchronized EffectivePolicy current() {
        if (!readable || versions.isEmpty()) {
            throw new IllegalStateException("no policy can be read");
        }
        return versions.lastEntry().getValue();
    }
}
