package passby.local.city;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one log of the local city: a file, never the terminal.
 *
 * <p>Before {@link #toFile} nothing is logged anywhere ({@code logback.xml} has no appender). Engines are heard from WARN on, and only
 * what their authors wrote: values that they put in, such as a request line with a signature in it, are left out ({@link CityLogLayout}).
 */
public final class CityLog implements AutoCloseable {
    private final FileAppender<ILoggingEvent> appender;
    private final ch.qos.logback.classic.Logger root;

    private CityLog(FileAppender<ILoggingEvent> appender, ch.qos.logback.classic.Logger root) {
        this.appender = appender;
        this.root = root;
    }

    /** Appends to the file from now on. */
    public static CityLog toFile(Path file) {
        silenceJavaUtilLogging();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        var appender = new FileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        appender.start();
        root.addAppender(appender);
        return new CityLog(appender, root);
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        var layout = new CityLogLayout();
        layout.setContext(context);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    /** MockWebServer, below the OIDC server, tells the terminal of every connection by way of java.util.logging. */
    private static void silenceJavaUtilLogging() {
        LogManager.getLogManager().reset();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
