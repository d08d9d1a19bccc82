package passby.core.hotlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.PlateKey;

/** Every hot list of the city, found by plate key. */
public interface HotLists {
    /**
     * Every entry under the key that is neither withdrawn nor expired at that time, however many others lie around it: exact,
     * folded, OCR-equivalent and of other states alike. Read strongly.
     */
    List<HotListEntry> byPlate(PlateKey key, Instant now);

    Optional<HotListEntry> find(String source, String recordId);

    /** A conflict when the source has that record already. */
    Commit add(HotListEntry listed, Entry entry);

    /** Replaces what is stored by the withdrawn entry; a conflict when it was withdrawn or changed meanwhile. */
    Commit withdraw(HotListEntry withdrawn, Entry entry);
}
