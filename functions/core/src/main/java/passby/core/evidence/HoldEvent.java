package passby.core.evidence;

import java.time.Instant;
import passby.core.ledger.Entry;

/**
 * A step in the life of a hold, with the ledger entry that tells of it. Its entries are a part of every export.
 *
 * @param what such as {@code placed} or {@code copied}
 * @param by the person, or {@code passby} for a job
 * @param at when
 * @param entryId the entry
 * @param canonical the entry as the log holds it: it names nobody
 */
public record HoldEvent(String what, String by, Instant at, String entryId, String canonical) {
    static final String PLACED = "placed";

    static HoldEvent of(String what, String by, Instant at, Entry entry) {
        return new HoldEvent(what, by, at, entry.entryId(), entry.canonical());
    }
}
