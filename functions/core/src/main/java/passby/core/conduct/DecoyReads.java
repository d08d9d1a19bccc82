package passby.core.conduct;

import java.time.Instant;
import java.util.List;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.CityKey;
import passby.core.read.Read;

/** Decoys among the reads. A city has some dozens. */
public interface DecoyReads {
    /** Those that are not over, in no order. */
    List<DecoyRead> live(Instant now);

    /** The same, as a search answers them. */
    default List<Read> reads(CityKey key, Instant now) {
        return live(now).stream().map(decoy -> decoy.read(key)).toList();
    }

    /** Stores a decoy, and its plate as one that nobody has a reason to open, in one transaction with the entry. */
    Commit place(DecoyRead decoy, MarkedPlates.Marked plate, Entry entry);
}
