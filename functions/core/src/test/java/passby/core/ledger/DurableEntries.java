package passby.core.ledger;

import java.util.Map;
import java.util.Optional;

/** Looks into the place where entries are durable, past every port: how a contract sees what committed and what did not. */
public interface DurableEntries {
    /** The entry as the log will hold it; empty when it is not durable. */
    Optional<String> canonical(String entryId);

    /** What opens its commitments; empty when it is not durable. */
    Map<Field, Opening> openings(String entryId);
}
