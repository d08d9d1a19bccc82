package passby.aws.read;

import org.jspecify.annotations.Nullable;

/**
 * A stack trace without the messages of its exceptions: those of libraries may quote what they failed on, which may be a
 * plate, a key or a URL.
 */
final class WordlessTrace {
    private static final int MAX_CAUSES = 8;
    private static final int MAX_FRAMES = 40;

    private WordlessTrace() {}

    static String of(Throwable thrown) {
        var trace = new StringBuilder(1024);
        @Nullable Throwable cause = thrown;
        for (var i = 0; i < MAX_CAUSES && cause != null; i++) {
            trace.append(i == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
            var frames = cause.getStackTrace();
            for (var j = 0; j < Math.min(frames.length, MAX_FRAMES); j++) {
                trace.append("\n\tat ").append(frames[j]);
            }
            cause = cause.getCause();
        }
        return trace.toString();
    }
}
