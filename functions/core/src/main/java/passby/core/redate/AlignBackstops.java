package passby.core.redate;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import passby.core.policy.CachedPolicy;

/**
 * Gives the store of pictures rules by the city's own retention. To be called only while everything stored is dated by the
 * clocks in force: a rule that was shortened before would delete what the purge has not reached, and say that it failed.
 */
public final class AlignBackstops {
    private final CachedPolicy policy;
    private final PictureBackstops backstops;
    private final AtomicReference<@Nullable BackstopDays> aligned = new AtomicReference<>();

    public AlignBackstops(CachedPolicy policy, PictureBackstops backstops) {
        this.policy = policy;
        this.backstops = backstops;
    }

    /** Asks the store once in its own life, and again when the policy changes: rules change at deployments otherwise. */
    public void handle() {
        var wanted = BackstopDays.of(policy.current().clocks());
        if (wanted.equals(aligned.get())) {
            return;
        }
        if (!backstops.find().equals(Optional.of(wanted))) {
            backstops.put(wanted);
        }
        aligned.set(wanted);
    }
}
