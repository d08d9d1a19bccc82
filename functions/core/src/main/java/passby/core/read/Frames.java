package passby.core.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.hit.Hit;
import passby.core.ledger.Entry;

/** Stored frames with everything that was found in them. */
public interface Frames {
    int MAX_HITS = 20;

    /** A change of hits that is stored with the frame that makes it, and the entry that tells of it. */
    sealed interface Raised {
        Hit hit();

        Entry entry();

        /** A new hit. */
        record New(Hit hit, Entry entry) implements Raised {}

        /**
         * An advisory hit that this frame makes certain.
         *
         * @param seen the hit as it was; another sight or step of it meanwhile keeps the frame out
         */
        record Upgraded(Hit seen, Hit hit, Entry entry) implements Raised {}
    }

    /** What came of storing a frame. */
    enum Stored {
        /** Frame, reads, hits and entries are durable, all of them. */
        STORED,
        /** The frame's results were stored before; nothing was written now. */
        KNOWN,
        /** Another frame of the pass raised or changed one of the hits meanwhile; nothing was written now. */
        HIT_KNOWN
    }

    /**
     * Stores all of it in one transaction, or nothing. Every hit's alert is pending.
     *
     * @param reads those of the frame, at most 16
     * @param raised at most {@link #MAX_HITS}
     */
    Stored store(Frame frame, List<Read> reads, List<Raised> raised);

    Optional<Frame> find(String uploadId);

    /** All frames stored in the minute that holds the instant, whenever they were received. May lag behind the store. */
    List<Frame> storedIn(Instant minute);
}
