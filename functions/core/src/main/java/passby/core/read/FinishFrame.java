package passby.core.read;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import passby.core.capture.CameraBounds;
import passby.core.capture.ProcessedUploads;
import passby.core.capture.UploadKey;
import passby.core.capture.Uploads;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.picture.RejectReason;
import passby.core.policy.EffectivePolicy;

/**
 * What is left to do of a frame when its alerts are out, and nobody waits for it: the upload is deleted, its camera may bring
 * another, and what came of it is counted, all in one step.
 */
public final class FinishFrame {
    private final Uploads uploads;
    private final ProcessedUploads marks;
    private final CameraBounds bounds;
    private final Counters counters;
    private final Clock clock;

    public FinishFrame(Uploads uploads, ProcessedUploads marks, CameraBounds bounds, Counters counters, Clock clock) {
        this.uploads = uploads;
        this.marks = marks;
        this.bounds = bounds;
        this.counters = counters;
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
        calls.run(() -> bounds.arrived(key, policy));
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
        counted(processed).ifPresent(count -> counts.put(count, 1L));
        if (processed instanceof Processed.Done done) {
            counts.put(Count.READ, (long) done.reads().size());
        }
        if (!counts.isEmpty()) {
            calls.run(() -> counters.add(Map.copyOf(counts), clock.instant()));
        }
    }

    private static Optional<Count> counted(Processed processed) {
        return switch (processed) {
            case Processed.Done done -> Optional.of(Count.FRAME_WITH_PLATES);
            case Processed.NoPlate noPlate -> Optional.of(Count.FRAME_NO_PLATE);
            case Processed.Rejected(var reason) -> Optional.of(counted(reason));
            case Processed.TooLate() -> Optional.of(Count.FRAME_DROPPED_LATE);
            case Processed.Foreign() -> Optional.of(Count.FRAME_MALFORMED_EVENT);
            case Processed.Retry retry -> Optional.of(Count.FRAME_RETRIED);
            case Processed.AlreadyProcessed() -> Optional.empty();
            case Processed.Gone() -> Optional.empty();
        };
    }

    private static Count counted(RejectReason reason) {
        return switch (reason) {
            case EMPTY -> Count.FRAME_REJECTED_EMPTY;
            case TOO_LARGE -> Count.FRAME_REJECTED_TOO_LARGE;
            case NOT_A_JPEG -> Count.FRAME_REJECTED_NOT_A_JPEG;
            case DAMAGED -> Count.FRAME_REJECTED_DAMAGED;
            case TOO_MANY_PIXELS -> Count.FRAME_REJECTED_TOO_MANY_PIXELS;
            case TOO_SLOW -> Count.FRAME_REJECTED_TOO_SLOW;
        };
    }
}
