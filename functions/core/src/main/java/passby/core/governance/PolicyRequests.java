package passby.core.governance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.policy.EffectivePolicy;

/** The loosenings that were ever asked for. At most one is pending, the newest. */
public interface PolicyRequests {
    /** The newest ones, the newest first, read strongly. */
    List<PolicyRequest> newest(int max);

    /** Read strongly. Whatever is no id is nobody's. */
    Optional<PolicyRequest> find(String requestId);

    /**
     * Adds a request; the newest before it is superseded if it was still pending.
     *
     * @param before the newest that the caller has seen; a conflict when it is not that any more, or was changed since
     */
    Commit add(PolicyRequest request, @Nullable PolicyRequest before, Entry entry);

    /**
     * Puts the next revision in the place of the one before it, with what follows from it.
     *
     * @param revised a conflict unless the stored revision is the one before, and nobody in it has decided twice
     * @param next the version of the policy that this puts in force, if any; a conflict unless its number follows
     */
    Commit revise(PolicyRequest revised, @Nullable EffectivePolicy next, Entry entry);
}
