package passby.core.lists;

import java.util.Optional;

/** What became of uploaded files, by list and hash: the newest time that each was sent. */
public interface ImportOutcomes {
    void put(String source, String sha256, ImportOutcome outcome);

    Optional<ImportOutcome> find(String source, String sha256);
}
