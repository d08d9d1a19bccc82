package passby.aws.json;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be logged of an exception: its classes and where it happened. Messages may carry data and stay out. */
public final class Failure {
    private static final int MAX_CAUSES = 8;
    private static final int MAX_FRAMES = 40;

    private Failure() {}

    public static String describe(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(Failure::one)
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String one(Throwable failure) {
        var frames = Arrays.stream(failure.getStackTrace())
                .limit(MAX_FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
        return failure.getClass().getName() + frames;
    }
}
