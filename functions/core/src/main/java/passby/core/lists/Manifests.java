package passby.core.lists;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where manifests lie: a bucket. A name begins with its source and a slash; it is written once, completely or not at all. */
public interface Manifests {
    /** Stores what the writer writes, once it has returned. Writing the same name again replaces it. */
    void write(String name, Consumer<OutputStream> writer);

    /** Closed by the caller. */
    Optional<InputStream> open(String name);

    /** Of that source, whatever became of their imports. */
    List<String> names(String source);

    /** Deleting twice is fine. */
    void delete(String name);
}
