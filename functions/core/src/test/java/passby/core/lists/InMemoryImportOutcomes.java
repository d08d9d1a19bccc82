package passby.core.lists;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Outcomes in memory. */
public final class InMemoryImportOutcomes implements ImportOutcomes {
    private final Map<String, ImportOutcome> outcomes = new ConcurrentHashMap<>();

    @Override
    public void put(String source, String sha256, ImportOutcome outcome) {
        outcomes.put(source + "/" + sha256, outcome);
    }

    @Override
    public Optional<ImportOutcome> find(String source, String sha256) {
        return Optional.ofNullable(outcomes.get(source + "/" + sha256));
    }
}
