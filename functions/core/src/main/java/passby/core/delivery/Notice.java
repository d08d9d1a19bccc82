package passby.core.delivery;

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

    /** An alert; one that is escalated is another than the first of its hit. */
    record OfHit(Alert alert) implements Notice {
        @Override
        public String id() {
            return "hit-" + alert.hitId().value() + (alert.escalated() ? "-escalated" : "");
        }
    }
}
