package passby.aws.api;

import java.time.Duration;
import passby.core.lists.ImportTiming;
import passby.core.retention.Timing;

/**
 * What a function gets of the machine.
 *
 * @param memoryMb which also buys processor time: 1,769 MB are one core
 * @param timeout after which Lambda stops it
 */
public record Size(int memoryMb, Duration timeout) {
    /** Answers people and cameras; the gateway gives up after 29 s. */
    static final Size API = new Size(1024, Duration.ofSeconds(15));

    static final Size READ_PLATES = new Size(1024, Timing.READ_PLATES_TIMEOUT);

    /** As long as its queue keeps a message from others. */
    static final Size DELIVERY = new Size(512, Timing.READ_PLATES_TIMEOUT);

    /** Ends before the next minute begins. */
    static final Size CLOCK = new Size(512, Duration.ofSeconds(50));

    /** A whole core: hashing is what it does. Ends before the next minute begins. */
    static final Size SEALING = new Size(1769, Duration.ofSeconds(55));

    /** Rare, and nobody waits for it. */
    static final Size RARE = new Size(512, Duration.ofSeconds(60));

    /** Works until the next tick, on a whole core; what is under way at 45 s has the rest. */
    static final Size PURGE = new Size(1769, Duration.ofMinutes(2));

    /** A whole core, the longest run that Lambda has, and 52 bytes of memory for each record. */
    static final Size IMPORT = new Size(1769, ImportTiming.RUN);

    /** Walks over every read. */
    static final Size DAILY = new Size(1769, Duration.ofMinutes(15));
}
