package passby.core.read;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import passby.core.capture.CameraBounds;
import passby.core.capture.IllegiblePlates;
import passby.core.capture.ProcessedUploads;
import passby.core.capture.UploadKey;
import passby.core.capture.Uploads;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.UnreadPlate;

/**
 * What is left to do of a frame when its alerts are out, and nobody waits for it: the upload is deleted, its camera may bring
 * another, and what came of it is counted, all in one step.
 */
public final class FinishFrame {
    private final Uploads uploads;
    private final ProcessedUploads marks;
    private final CameraBounds bounds;
    private final Counters counters;
    private final IllegiblePlates illegible;
    private final Clock clock;

    public FinishFrame(
            Uploads uploads,
            ProcessedUploads marks,
            CameraBounds bounds,
            Counters counters,
            IllegiblePlates illegible,
            Clock clock) {
        this.uploads = uploads;
        this.marks = marks;
        this.bounds = bounds;
        this.counters = counters;
        this.illegible = illegible;
        this.clock = clock;
    }

    /** The frame came to its end now. */
    void handle(UploadKey key, Processed processed, EffectivePolicy policy, Calls calls) {
        calls.run(() -> {
            // The mark comes first: once the object is gone, the same URL would take the same bytes again.
            if (!isStored(processed)) {
                marks.add(key);
            }
            uploads.delete(key.format());
        });
        calls.run(() -> bounds.arrived(key, policy, clock.instant()));
        count(processed, calls);
    }

    /** A message that came twice, or a URL that was used again: neither costs a look at the picture. */
    void handleAgain(UploadKey key, boolean isThere, Calls calls) {
        if (isThere) {
            calls.run(() -> counters.add(Count.FRAME_REPLAYED, clock.instant()));
        }
        delete(key, calls);
    }

    /** Gone, or an object whose metadata is none of ours: either way nothing of it may stay. */
    void delete(UploadKey key, Calls calls) {
        calls.run(() -> uploads.delete(key.format()));
    }

    /** The frame's own row is then its mark. */
    private static boolean isStored(Processed processed) {
        return processed instanceof Processed.Done done && !done.frame().reads().isEmpty();
    }

    void count(Processed processed, Calls calls) {
        var counts = new EnumMap<Count, Long>(Count.class);
        processed.counted().ifPresent(count -> counts.put(count, 1L));
        if (processed instanceof Processed.Done done) {
            counts.put(Count.READ, (long) done.reads().size());
        }
        if (!counts.isEmpty()) {
            calls.run(() -> counters.add(Map.copyOf(counts), clock.instant()));
        }
    }

    /** Plates that were seen and not read. A count that is lost makes a statistic a little worse, and stops nothing. */
    void countIllegible(String cameraId, List<UnreadPlate> unread, Calls calls) {
        if (unread.isEmpty()) {
            return;
        }
        var reasons = unread.stream()
                .collect(Collectors.groupingBy(plate -> plate.reason().code(), Collectors.counting()));
        calls.run(() -> {
            try {
                illegible.add(cameraId, reasons, clock.instant());
            } catch (RuntimeException e) {
                // The frame itself is done.
            }
        });
    }
}
