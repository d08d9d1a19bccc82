package passby.core.read;

import java.util.List;
import java.util.Optional;
import passby.core.hit.Hit;
import passby.core.ledger.Count;
import passby.core.picture.RejectReason;
import passby.core.recognition.Engine;
import passby.core.zone.ZoneKind;

/** What became of a received frame. Only {@link Retry} goes back to the queue. */
public sealed interface Processed {
    /**
     * Plates were read. In flush mode the reads that matched nothing are here and nowhere else.
     *
     * @param reads all of them, left to right
     * @param hits those that this frame raised
     */
    record Done(Frame frame, List<Read> reads, List<Hit> hits) implements Processed {
        public Done {
            reads = List.copyOf(reads);
            hits = List.copyOf(hits);
        }
    }

    record NoPlate(Engine engine) implements Processed {}

    record Rejected(RejectReason reason) implements Processed {}

    /** Its results were stored by an earlier delivery. */
    record AlreadyProcessed() implements Processed {}

    /** The object is gone: processed by an earlier delivery, or swept. */
    record Gone() implements Processed {}

    /** Older than what may still be processed under the policy in force. */
    record TooLate() implements Processed {}

    /** Of a private owner who withdrew while it was on its way. */
    record OptedOut() implements Processed {}
    /** Taken in an excluded zone: nothing of it was looked at. */
    record Excluded(ZoneKind kind) implements Processed {}

    /** Not an upload of ours. */
    record Foreign() implements Processed {}

    /** @param why for people, without anything from the frame */
    record Retry(String why) implements Processed {}

    /** What it counts as; nothing where an earlier delivery was counted already. */
    default Optional<Count> counted() {
        return switch (this) {
            case Done _ -> Optional.of(Count.FRAME_WITH_PLATES);
            case NoPlate _ -> Optional.of(Count.FRAME_NO_PLATE);
            case Rejected(var reason) -> Optional.of(counted(reason));
            case TooLate() -> Optional.of(Count.FRAME_DROPPED_LATE);
            case OptedOut() -> Optional.of(Count.FRAME_OPTED_OUT);
            case Excluded _ -> Optional.of(Count.FRAME_DROPPED_EXCLUDED);
            case Foreign() -> Optional.of(Count.FRAME_MALFORMED_EVENT);
            case Retry _ -> Optional.of(Count.FRAME_RETRIED);
            case AlreadyProcessed(), Gone() -> Optional.empty();
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
