package passby.core.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;

/**
 * An entry at its place, with the fields that can still be opened.
 *
 * @param index in the log
 * @param canonical its text in the log
 * @param openings empty when the clock of search records has taken them
 */
public record LoggedEntry(long index, String canonical, SealedEntry sealed, Map<Field, Opening> openings) {
    public LoggedEntry {
        openings = Map.copyOf(openings);
    }

    byte[] bytes() {
        return canonical.getBytes(StandardCharsets.UTF_8);
    }

    LoggedEntry opened(Map<Field, Opening> others) {
        return new LoggedEntry(index, canonical, sealed, others);
    }

    /** An entry names people and plates: it is printed nowhere. */
    @Override
    public String toString() {
        return "LoggedEntry[" + index + "]";
    }
}
