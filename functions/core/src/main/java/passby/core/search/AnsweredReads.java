package passby.core.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.core.plate.IssuingState;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;
import passby.core.retention.RetentionClock;

/** Which stored reads a search may answer. */
public final class AnsweredReads {
    private AnsweredReads() {}

    /**
     * Nothing past its retention is ever answered, even where it was not deleted yet (E4).
     *
     * @param state that the search asks for, or null for any
     */
    public static boolean isAnswered(Read read, @Nullable String state, EffectivePolicy policy, Instant now) {
        var retention = policy.retention(read.retentionClass());
        var alive = RetentionClock.mayAnswer(now, read.expiresAt(), read.retentionBase(), retention);
        return alive && isOfState(read, state);
    }

    static boolean isOfState(Read read, @Nullable String asked) {
        return agrees(read.state(), asked) || isCorrected(read, asked);
    }

    private static boolean isCorrected(Read read, @Nullable String asked) {
        return asked != null && read.corrections().stream().anyMatch(one -> asked.equals(one.state()));
    }

    /** An unknown state is shown for any state asked for: it may be the one, and the match type says so. */
    private static boolean agrees(IssuingState read, @Nullable String asked) {
        return switch (read) {
            case IssuingState.Unknown() -> true;
            case IssuingState.Issued known -> asked == null || known.code().equals(asked);
        };
    }
}
