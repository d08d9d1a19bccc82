package passby.core.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** {@link DecoyReads} in memory. */
public final class InMemoryDecoyReads implements DecoyReads {
    private final InMemoryLedger ledger;
    private final InMemoryMarkedPlates marked;
    private final List<DecoyRead> decoys = new ArrayList<>();

    public InMemoryDecoyReads(InMemoryLedger ledger, InMemoryMarkedPlates marked) {
        this.ledger = ledger;
        this.marked = marked;
    }

    @Override
    public List<DecoyRead> live(Instant now) {
        return ledger.exclusively(() ->
                decoys.stream().filter(decoy -> now.isBefore(decoy.until())).toList());
    }

    @Override
    public Commit place(DecoyRead decoy, MarkedPlates.Marked plate, Entry entry) {
        return ledger.exclusively(() -> {
            var committed = marked.mark(plate, entry);
            if (committed instanceof Commit.Done) {
                decoys.add(decoy);
            }
            return committed;
        });
    }
}
