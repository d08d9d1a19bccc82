package passby.core.conduct;

import java.time.Instant;
import java.util.Set;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.PlateKey;

/** Plates that nobody has a reason to search, by their keys alone. */
public interface MarkedPlates {
    /**
     * One plate.
     *
     * @param person key of whoever's it is, or {@link #DECOY}
     * @param until after which it is forgotten
     */
    record Marked(String person, PlateKey plate, Instant until) {}

    /** The plates that no vehicle has. No person has such a key. */
    String DECOY = "decoy";

    /** Those that are not forgotten. */
    Set<PlateKey> of(String person, Instant now);

    /** The same again moves its end. */
    Commit mark(Marked plate, Entry entry);
}
