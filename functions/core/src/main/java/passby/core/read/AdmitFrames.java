package passby.core.read;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.core.archive.Archive;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.MerkleTree;
import passby.core.ledger.Outcome;
import passby.core.policy.CachedPolicy;
import passby.core.retention.Cohort;

/**
 * Enters the stored frames of each minute by count and Merkle root: one entry stands for all of them, and any one whose salt
 * is disclosed can be proved later. Counts by the minute of storing, so that a frame which waited for days in a dead-letter
 * queue is admitted too. The random sample is drawn from the same frames.
 */
public final class AdmitFrames {
    public static final String WATERMARK = "admit-frames";

    /** The index of stored frames may lag behind the store, and a transaction takes its time; see {@link Frames#storedIn}. */
    public static final Duration LAG = Duration.ofSeconds(90);

    private static final int MAX_MINUTES_A_RUN = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CachedPolicy policy;
    private final Frames frames;
    private final Admissions admissions;
    private final DrawSamples samples;
    private final Archive archive;
    private final EntryFactory entries;
    private final Clock clock;

    public AdmitFrames(
            CachedPolicy policy,
            Frames frames,
            Admissions admissions,
            DrawSamples samples,
            Archive archive,
            EntryFactory entries,
            Clock clock) {
        this.policy = policy;
        this.frames = frames;
        this.admissions = admissions;
        this.samples = samples;
        this.archive = archive;
        this.entries = entries;
        this.clock = clock;
    }

    /** @return how many frames were admitted */
    public int handle() {
        var due = clock.instant().minus(LAG).truncatedTo(ChronoUnit.MINUTES);
        var minute = admissions.next(due.minus(MINUTE));
        var admitted = 0;
        for (var done = 0; done < MAX_MINUTES_A_RUN && minute.isBefore(due); done++) {
            admitted += admit(minute);
            minute = minute.plus(MINUTE);
        }
        return admitted;
    }

    private int admit(Instant minute) {
        var stored = frames.storedIn(minute);
        var next = minute.plus(MINUTE);
        if (stored.isEmpty()) {
            admissions.skip(next);
            return 0;
        }
        samples.handle(stored, policy.current());
        var leaves = stored.stream().map(Frame::admissionLeaf).sorted().toList();
        var reads = cohorts(stored);
        var counts = new TreeMap<String, Object>(Map.of(
                "v", 1,
                "minute", minute.toString(),
                "frames", stored.size(),
                "reads", byCode(reads),
                "root", root(leaves)));
        var entry = entries.create(
                EntryType.FRAMES_ADMITTED,
                Outcome.DONE,
                policy.current().hash(),
                Map.of(Field.COUNTS, CanonicalJson.write(counts), Field.SUBJECT, minute.toString()));
        counts.put("leaves", leaves);
        archive.put(file(minute), CanonicalJson.write(counts));
        return admissions.admit(next, reads, entry) instanceof Commit.Done ? stored.size() : 0;
    }

    /** The name of the minute's leaves in the archive. */
    static String file(Instant minute) {
        var text = minute.toString();
        return "admissions/" + text.substring(0, 10) + "/"
                + text.substring(11, 16).replace(':', '-') + ".json";
    }

    private static Map<Cohort, Long> cohorts(List<Frame> frames) {
        var reads = new TreeMap<Cohort, Long>();
        frames.forEach(frame ->
                frame.classes().forEach(clock -> reads.merge(Cohort.of(frame.storedAt(), clock), 1L, Long::sum)));
        return reads;
    }

    private static Map<String, Object> byCode(Map<Cohort, Long> reads) {
        var counts = new TreeMap<String, Object>();
        reads.forEach((cohort, count) -> counts.put(cohort.code(), count));
        return counts;
    }

    private static String root(List<String> leaves) {
        return MerkleTree.root(leaves.stream()
                .map(leaf -> leaf.getBytes(StandardCharsets.UTF_8))
                .toList());
    }
}
