package passby.core.hotlist;

import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.PlateKey;

/** Every hot list of the city, found by plate key. */
public interface HotLists {
    /** All entries under the key: exact, folded, OCR-equivalent and of other states alike. At most 100; read strongly. */
    List<HotListEntry> byPlate(PlateKey key);

    Optional<HotListEntry> find(String source, String recordId);

    /** A conflict when the source has that record already. */
    Commit add(HotListEntry listed, Entry entry);

    /** Replaces what is stored by the withdrawn entry; a conflict when it was withdrawn or changed meanwhile. */
    Commit withdraw(HotListEntry withdrawn, Entry entry);
}
