package passby.core.read;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.MerkleTree;
import passby.core.ledger.Outcome;
import passby.core.ledger.Watermarks;
import passby.core.policy.CachedPolicy;

/**
 * Enters the frames that were stored in each minute by count and Merkle root: one entry stands for all of them, and any one can
 * be proved later. The minute is that of storing and not of receipt, so that a frame that a dead letter brings days later is
 * admitted like any other; the lag covers a transaction under way and the index behind it.
 */
public final class AdmitFrames {
    public static final String WATERMARK = "admit-frames";
    public static final Duration LAG = Duration.ofMinutes(5);

    private static final int MAX_MINUTES_A_RUN = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CachedPolicy policy;
    private final Frames frames;
    private final Watermarks watermarks;
    private final EntryFactory entries;
    private final Clock clock;

    public AdmitFrames(CachedPolicy policy, Frames frames, Watermarks watermarks, EntryFactory entries, Clock clock) {
        this.policy = policy;
        this.frames = frames;
        this.watermarks = watermarks;
        this.entries = entries;
        this.clock = clock;
    }

    /** @return how many frames were admitted */
    public int handle() {
        var due = clock.instant().minus(LAG).truncatedTo(ChronoUnit.MINUTES);
        var minute = watermarks.find(WATERMARK).orElse(due.minus(MINUTE));
        var admitted = 0;
        for (var done = 0; done < MAX_MINUTES_A_RUN && minute.isBefore(due); done++) {
            admitted += admit(minute);
            minute = minute.plus(MINUTE);
        }
        return admitted;
    }

    private int admit(Instant minute) {
        var stored = frames.storedIn(minute).stream()
                .sorted(Comparator.comparing(Frame::uploadId))
                .toList();
        var next = minute.plus(MINUTE);
        if (stored.isEmpty()) {
            watermarks.advance(WATERMARK, next);
            return 0;
        }
        var counts = CanonicalJson.write(Map.of(
                "frames", stored.size(),
                "reads", stored.stream().mapToInt(frame -> frame.reads().size()).sum(),
                "root", MerkleTree.root(leaves(stored))));
        var committed = Map.of(Field.COUNTS, counts, Field.SUBJECT, minute.toString());
        var entry = entries.create(
                EntryType.FRAMES_ADMITTED, Outcome.DONE, policy.current().hash(), committed);
        return watermarks.advance(WATERMARK, next, entry) instanceof Commit.Done ? stored.size() : 0;
    }

    private static List<byte[]> leaves(List<Frame> frames) {
        return frames.stream()
                .map(frame -> (frame.uploadId() + " " + frame.sha256()).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
