package passby.core.capture;

import java.util.List;
import java.util.Optional;

/** The bucket of uploads. Nobody here reads the bytes. */
public interface Uploads {
    /** Empty when there is no such object, or when its metadata is none of ours. */
    Optional<Upload> find(String key);

    /** Deleting what is gone already is fine. */
    void delete(String key);

    /** Keys under the prefix, all of them. */
    List<String> list(String prefix);
}
