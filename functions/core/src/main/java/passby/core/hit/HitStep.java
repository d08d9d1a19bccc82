package passby.core.hit;

import java.time.Instant;

/** One thing that one officer did about a hit. Steps are added, never changed. */
public sealed interface HitStep {
    String by();

    Instant at();

    HitState state();

    /** The picture was streamed to this officer. */
    record Viewed(String by, Instant at) implements HitStep {
        @Override
        public HitState state() {
            return HitState.VIEWED;
        }
    }

    /** The officer compared the picture with the entry and says that plate and state agree. */
    record ImageMatched(String by, Instant at) implements HitStep {
        @Override
        public HitState state() {
            return HitState.IMAGE_MATCHED;
        }
    }

    /** The officer compared them and says that they do not. */
    record Rejected(String by, Instant at, RejectionReason reason) implements HitStep {
        @Override
        public HitState state() {
            return HitState.REJECTED;
        }
    }
}
