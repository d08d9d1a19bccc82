package passby.local.city;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;

/**
 * One line for each event: time, level, logger, text, and the class of an exception with the place where it was thrown, never its message.
 *
 * <p>Passby's own text is written whole. Of an engine only the template is written, without the values that fill it; DynamoDB Local fills
 * its templates before they come here, so of it nothing but the fact is written.
 */
final class CityLogLayout extends LayoutBase<ILoggingEvent> {
    private static final String OURS = "passby.";
    private static final String DYNAMODB_LOCAL = "software.amazon.dynamodb.";

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringBuilder(160)
                .append(Instant.ofEpochMilli(event.getTimeStamp()))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getLoggerName())
                .append(' ')
                .append(text(event));
        var thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.append(' ').append(thrown.getClassName()).append(place(thrown));
        }
        return line.append('\n').toString();
    }

    private static String text(ILoggingEvent event) {
        var logger = event.getLoggerName();
        if (logger.startsWith(OURS)) {
            return event.getFormattedMessage();
        }
        if (logger.startsWith(DYNAMODB_LOCAL) || event.getMessage() == null) {
            return "(left out)";
        }
        return event.getMessage();
    }

    private static String place(IThrowableProxy thrown) {
        var frames = thrown.getStackTraceElementProxyArray();
        return frames == null || frames.length == 0 ? "" : " " + frames[0].getSTEAsString();
    }
}
