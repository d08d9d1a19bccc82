package passby.core.sealing;

import java.time.Instant;

/**
 * An entry that was accepted and is not yet in the log.
 *
 * @param entryId its id, random
 * @param acceptedAt the minute in which it was accepted, by the clock of the function that wrote it
 * @param canonical its bytes as the log will hold them, UTF-8
 */
public record PendingEntry(String entryId, Instant acceptedAt, String canonical) {}
