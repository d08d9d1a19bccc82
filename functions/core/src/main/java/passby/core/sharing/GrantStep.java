package passby.core.sharing;

import java.time.Instant;
import passby.core.ledger.Entry;

/**
 * A step of a grant, with the ledger entry that tells of it: the chain of custody of its package.
 *
 * @param what such as {@code requested}
 * @param by the person
 * @param at when
 * @param entryId the entry
 * @param canonical the entry as the log holds it: it names nobody
 */
public record GrantStep(String what, String by, Instant at, String entryId, String canonical) {
    static GrantStep of(String what, String by, Instant at, Entry entry) {
        return new GrantStep(what, by, at, entry.entryId(), entry.canonical());
    }
}
