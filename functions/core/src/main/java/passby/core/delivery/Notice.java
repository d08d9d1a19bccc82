package passby.core.delivery;

import java.time.Duration;
import passby.core.hit.Alert;

/** What an address is told. */
public sealed interface Notice {
    /** An id that is the same at each try, by which whoever gets it twice knows it again. */
    String id();

    /** The code that confirms a subscription. */
    record Confirmation(String subscriptionId, String code) implements Notice {
        @Override
        public String id() {
            return "confirmation-" + subscriptionId;
        }

        /** Without the code: whoever reads this in a log could confirm an address that is not theirs. */
        @Override
        public String toString() {
            return "Confirmation[" + subscriptionId + "]";
        }
    }

    /**
     * That an entry of the city's own list ends unless its author does something; of the plate nothing.
     *
     * @param recordId by which its author finds it
     * @param approved whether a second person approved it; else it ends for want of one
     * @param left until it ends
     */
    record EntryEnds(String recordId, boolean approved, Duration left) implements Notice {
        @Override
        public String id() {
            return "entry-ends-" + recordId;
        }
    }

    /** An alert; one that is escalated is another than the first of its hit. */
    record OfHit(Alert alert) implements Notice {
        @Override
        public String id() {
            return "hit-" + alert.hitId().value() + (alert.escalated() ? "-escalated" : "");
        }
    }
}
