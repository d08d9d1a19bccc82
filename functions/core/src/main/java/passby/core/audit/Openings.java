package passby.core.audit;

import java.util.List;
import java.util.Map;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;

/** What opens the commitments of entries, as long as the clock of search records keeps it. */
public interface Openings {
    /** By entry id; an entry whose openings are gone, or that never was, is not in the map. */
    Map<String, Map<Field, Opening>> find(List<String> entryIds);
}
