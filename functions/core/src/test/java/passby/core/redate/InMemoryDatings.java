package passby.core.redate;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;

/** The row of dates in memory. */
public final class InMemoryDatings implements Datings {
    private final InMemoryLedger ledger;
    private final AtomicReference<@Nullable Dating> stored = new AtomicReference<>();

    public InMemoryDatings(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Dating> find() {
        return Optional.ofNullable(stored.get());
    }

    @Override
    public boolean save(Dating next) {
        return ledger.exclusively(() -> {
            var fits = follows(next);
            if (fits) {
                stored.set(next);
            }
            return fits;
        });
    }

    @Override
    public Commit save(Dating next, Entry entry) {
        return ledger.commit(() -> follows(next), () -> stored.set(next), entry);
    }

    private boolean follows(Dating next) {
        return find().map(Dating::revision).orElse(0L) + 1 == next.revision();
    }
}
