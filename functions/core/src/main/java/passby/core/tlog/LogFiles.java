package passby.core.tlog;

import java.util.Optional;
import passby.core.note.MalformedException;

/** The files of a log, wherever they lie. */
public interface LogFiles {
    /**
     * @param path relative to the log's address, such as {@code checkpoint} or {@link Tile#path}
     * @throws MalformedException when a file is longer than any file of a log may be
     */
    Optional<byte[]> find(String path);
}
