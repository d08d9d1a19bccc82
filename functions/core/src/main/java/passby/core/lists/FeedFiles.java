package passby.core.lists;

import java.util.Optional;

/** Files of lists between their upload and the end of their import. Each is named by its list and its own hash. */
public interface FeedFiles {
    /** Brings the file to this machine; empty when it is gone. Closed by the caller. */
    Optional<ReceivedFile> fetch(String source, String sha256);

    /** Deleting twice is fine. */
    void delete(String source, String sha256);
}
