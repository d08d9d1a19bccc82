package passby.core.purge;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The last report in memory. */
public final class InMemoryPurgeReports implements PurgeReports {
    private final AtomicReference<@Nullable PurgeReport> last = new AtomicReference<>();

    @Override
    public void put(PurgeReport report) {
        last.set(report);
    }

    @Override
    public Optional<PurgeReport> find() {
        return Optional.ofNullable(last.get());
    }
}
