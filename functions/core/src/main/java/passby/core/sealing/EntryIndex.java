package passby.core.sealing;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Where in the log an entry stands. */
public interface EntryIndex {
    /** @param first position of the first of them; the others follow. Putting the same again changes nothing. */
    void put(long first, List<String> entryIds);

    OptionalLong find(String entryId);

    /** Where those of them stand that are in the log. */
    Map<String, Long> find(List<String> entryIds);
}
