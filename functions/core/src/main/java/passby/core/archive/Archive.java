package passby.core.archive;

import java.util.List;
import java.util.Optional;

/**
 * Text files that never age off. They hold no plate, no person and no place of a read. Names are path-like, such as
 * {@code receipts/2026-11-27/01J….json}.
 */
public interface Archive {
    /** Replaces the file as a whole. */
    void put(String name, String content);

    /** Reads strongly. */
    Optional<String> find(String name);

    /** Names that begin with the prefix, in their order. */
    List<String> list(String prefix);
}
