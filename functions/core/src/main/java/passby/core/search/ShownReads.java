package passby.core.search;

import java.time.Clock;
import java.util.Optional;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.Reads;

/** Reads by the ids that a search answered. A read id leads to its frame, and the frame holds the key of its read. */
final class ShownReads {
    private final Frames frames;
    private final Reads reads;
    private final Clock clock;

    ShownReads(Frames frames, Reads reads, Clock clock) {
        this.frames = frames;
        this.reads = reads;
        this.clock = clock;
    }

    /** Empty for an impossible id, and for a read whose retention is over. */
    Optional<Read> find(String readId, EffectivePolicy policy) {
        var dash = readId.lastIndexOf('-');
        if (dash < 1) {
            return Optional.empty();
        }
        return frames.find(readId.substring(0, dash)).stream()
                .flatMap(frame -> frame.reads().stream())
                .filter(ref -> ref.readId().equals(readId))
                .findFirst()
                .flatMap(reads::find)
                .filter(read -> AnsweredReads.isAnswered(read, null, policy, clock.instant()));
    }
}
