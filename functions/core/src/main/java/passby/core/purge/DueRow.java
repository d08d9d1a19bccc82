package passby.core.purge;

import java.time.Instant;

/**
 * A row as the index of dates shows it. The index may lag, so nothing is deleted on its word alone.
 *
 * @param kind of row
 * @param key its full key in the store, opaque to everybody else
 * @param dueAt the date under which the index holds it
 */
public record DueRow(RowKind kind, String key, Instant dueAt) {}
