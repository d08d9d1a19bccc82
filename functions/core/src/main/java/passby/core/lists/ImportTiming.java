package passby.core.lists;

import java.time.Duration;

/** How long an import may take and wait. One table for the function, its queue and the stack. */
public final class ImportTiming {
    /** The longest that Lambda lets a function run. A larger import goes on in the next run. */
    public static final Duration RUN = Duration.ofMinutes(15);

    /** How long before its end a run stops writing: longer than the slowest batch, and than closing a version. */
    public static final Duration STOPS_BEFORE = Duration.ofSeconds(90);

    /** How long a message is hidden whose run died: as long as a run, as Lambda asks of a queue. */
    public static final Duration VISIBILITY = RUN;

    /** How soon an import goes on that stopped at the end of its run, or that found another one at work. */
    public static final Duration COMES_BACK = Duration.ofSeconds(20);

    /** Runs of one import before it is given up: seven hours of work. */
    public static final int RUNS = 30;

    /** A file that has waited so long is waited for by somebody. */
    public static final Duration WAITING = Duration.ofHours(1);

    /** How long an upload URL lives: a large file over a slow line. */
    public static final Duration URL_LIFE = Duration.ofMinutes(30);

    /** Longest file in bytes: three million rows of the longest layout, and less than the function's disk. */
    public static final long MAX_BYTES = 256L << 20;

    private ImportTiming() {}
}
