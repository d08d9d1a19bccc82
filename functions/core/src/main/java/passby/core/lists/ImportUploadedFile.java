package passby.core.lists;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Imports a file that was uploaded, and deletes it when the import is over, however it ended: it holds more than the city keeps.
 * Done again for the same file it goes on where it was cut off, or finds the file gone.
 */
public final class ImportUploadedFile {
    private final FeedFiles files;
    private final Function<ImportOrder, ImportAnswer> importList;
    private final ImportOutcomes outcomes;
    private final Clock clock;

    public ImportUploadedFile(
            FeedFiles files, Function<ImportOrder, ImportAnswer> importList, ImportOutcomes outcomes, Clock clock) {
        this.files = files;
        this.importList = importList;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * @param until when this run must have stopped
     * @return empty when the file is gone: an earlier delivery of the same message was done with it
     * @throws LeaseLost when another run of the same import took over meanwhile
     */
    public Optional<ImportAnswer> handle(String source, String sha256, Instant until) {
        var fetched = files.fetch(source, sha256);
        if (fetched.isEmpty()) {
            return Optional.empty();
        }
        try (var received = fetched.get()) {
            var answer = importList.apply(new ImportOrder(
                    source,
                    received.file(),
                    received.signature(),
                    received.received(),
                    received.by(),
                    count -> {},
                    until));
            ImportOutcome.of(answer, clock.instant()).ifPresent(outcome -> {
                outcomes.put(source, sha256, outcome);
                files.delete(source, sha256);
            });
            return Optional.of(answer);
        }
    }
}
