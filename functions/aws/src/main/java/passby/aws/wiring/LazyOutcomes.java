package passby.aws.wiring;

import java.util.Optional;
import java.util.function.Supplier;
import passby.core.lists.ImportOutcome;
import passby.core.lists.ImportOutcomes;

/** Makes its client at the first use: most people who call the function of hot lists ask for no outcome. */
record LazyOutcomes(Supplier<? extends ImportOutcomes> outcomes) implements ImportOutcomes {
    @Override
    public void put(String source, String sha256, ImportOutcome outcome) {
        outcomes.get().put(source, sha256, outcome);
    }

    @Override
    public Optional<ImportOutcome> find(String source, String sha256) {
        return outcomes.get().find(source, sha256);
    }
}
