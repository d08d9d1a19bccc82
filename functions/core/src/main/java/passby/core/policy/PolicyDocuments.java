package passby.core.policy;

/** The stored versions of the effective policy. */
public interface PolicyDocuments {
    /** The version in force, read strongly. Throws when it cannot be read: without a policy nothing is answered. */
    EffectivePolicy current();
}
