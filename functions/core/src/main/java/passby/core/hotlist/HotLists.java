package passby.core.hotlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.PlateKey;

/** Every hot list of the city, found by plate key. */
public interface HotLists {
    /** Most live entries of a city without a whole plate: every read is compared with each of them. */
    int MAX_OPEN = 50;

    /**
     * Every entry under the key that is neither withdrawn nor expired at that time, however many others lie around it: exact,
     * folded, OCR-equivalent and of other states alike; those of lists only while their version alerts. Read strongly.
     */
    List<HotListEntry> byPlate(PlateKey key, Instant now);

    /** Every live entry that names no whole plate, at most {@link #MAX_OPEN}. May lag a moment. */
    List<HotListEntry> withoutPlate(Instant now);

    /** Live entries of the city's own people, the newest first, at most 1,000. May lag a moment. */
    List<HotListEntry> custom(Instant now);

    /** Whether somebody made an entry since that {@linkplain HotListEntry#asksForTheSameAs asks for the same}, whatever became of it. Read strongly. */
    boolean wasEnteredSince(HotListEntry listed, Instant since);

    Optional<HotListEntry> find(String source, String recordId);

    /** A conflict when the source has that record already. */
    Commit add(HotListEntry listed, Entry entry);

    /** Puts the next revision in the place of the one before it; a conflict when that is not stored any more. */
    Commit revise(HotListEntry revised, Entry entry);
}
