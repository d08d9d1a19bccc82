package passby.core.sealing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.tlog.LogFiles;

/** The files of the log, where they are kept. Nothing but the checkpoint is ever written twice. */
public interface LogStore extends LogFiles {
    String CHECKPOINT = "checkpoint";

    /** The verifier key in note format: what the log says of itself. */
    String VERIFIER_KEY = "vkey";

    /** Writes a file that is not there yet. @return false, and nothing is written, when it is */
    boolean create(String path, byte[] content);

    /**
     * Replaces the checkpoint.
     *
     * @param expected what the caller found there; null when there was none
     * @return false, and nothing is written, when something else is there by now
     */
    boolean replaceCheckpoint(byte @Nullable [] expected, byte[] checkpoint);

    /** Paths that begin so, in their order. */
    List<String> list(String prefix);
}
