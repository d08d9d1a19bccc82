package passby.aws.log;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import passby.aws.json.Failure;
import passby.aws.json.JsonObject;

/**
 * Logs one JSON object a line. What our own code says is logged as it says it, from INFO. What libraries say may quote an
 * item, a URL or a body, so of theirs only that they warned is logged, and of no exception more than its classes and places.
 */
final class JsonLines extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;
    private static final String OURS = "passby.";

    private final transient Supplier<PrintStream> log;

    JsonLines(String name, Supplier<PrintStream> log) {
        this.name = name;
        this.log = log;
    }

    private boolean isOurs() {
        return name.startsWith(OURS);
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return isOurs();
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        var line = new JsonObject().with("level", level.name()).with("logger", name);
        line.with("message", isOurs() ? MessageFormatter.basicArrayFormat(pattern, arguments) : "withheld");
        if (thrown != null) {
            line.with("thrown", Failure.describe(thrown));
        }
        log.get().println(line.string());
    }
}
