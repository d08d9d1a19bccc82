package passby.core.delivery;

import java.time.Duration;
import passby.core.hit.Alert;

/** What an address is told. */
public sealed interface Notice {
    /** An id that is the same at each try, by which whoever gets it twice knows it again. */
    String id();

    /** What stands on a lock screen, and what carriers read: category, zone and short code, never a plate or a link. (D1) */
    String text();

    /** The same where a carrier bills each 160 characters. */
    default String shortText() {
        return text();
    }

    /** The code that confirms a subscription. */
    record Confirmation(String subscriptionId, String code) implements Notice {
        @Override
        public String id() {
            return "confirmation-" + subscriptionId;
        }

        @Override
        public String text() {
            return "your code is " + code + ". If you did not subscribe to alerts, ignore this message.";
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

        @Override
        public String text() {
            return "your hot-list entry " + recordId + " ends in " + Math.max(1, left.toHours()) + " h"
                    + (approved ? "." : ", because nobody has approved it.") + " Change it if it is still needed.";
        }
    }

    /** An alert; one that is escalated is another than the first of its hit. */
    record OfHit(Alert alert) implements Notice {
        @Override
        public String id() {
            return "hit-" + alert.hitId().value() + (alert.escalated() ? "-escalated" : "");
        }

        @Override
        public String text() {
            return named(alert.text());
        }

        @Override
        public String shortText() {
            return named(alert.shortText());
        }

        private String named(String text) {
            return alert.category().code() + ", zone " + alert.zone() + ", code "
                    + alert.hitId().shortCode() + ". " + text;
        }
    }
}
