package passby.core.search;

import java.util.List;
import java.util.Map;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;

/** What the entries of search requests commit to, as long as the clock of search records keeps it. */
@FunctionalInterface
public interface RequestEntries {
    /** By entry id; an entry whose openings are gone, or that never was, is not in the map. */
    Map<String, Map<Field, Opening>> find(List<String> entryIds);
}
