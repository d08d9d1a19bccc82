package passby.local.engine;

import java.nio.file.Path;

/** Where the engines keep what they hold: nowhere after the process ends, or below one folder. */
public sealed interface Storage {
    /** Everything is gone when the process ends. */
    record InMemory() implements Storage {}

    /** Tables and objects survive a restart; messages in queues do not, see {@link LocalEngines}. */
    record Folder(Path root) implements Storage {}
}
