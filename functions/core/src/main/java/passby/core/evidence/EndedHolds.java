package passby.core.evidence;

import java.util.List;

/** Holds that ended and whose copies may still lie in the vault. */
public interface EndedHolds {
    List<Hold> uncleared();

    /** Marking twice is fine. */
    void cleared(String holdId);
}
