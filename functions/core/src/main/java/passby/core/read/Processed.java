package passby.core.read;

import java.util.List;
import passby.core.hit.Hit;
import passby.core.picture.RejectReason;
import passby.core.recognition.Engine;

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

    /** Not an upload of ours. */
    record Foreign() implements Processed {}

    /** @param why for people, without anything from the frame */
    record Retry(String why) implements Processed {}
}
