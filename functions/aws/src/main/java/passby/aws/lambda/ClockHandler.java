package passby.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A function that the clock starts. It does what is due; what the event says of the time is not looked at. */
public interface ClockHandler extends RequestHandler<ScheduledEvent, Integer>, RequestStreamHandler {
    @Override
    default void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(handleRequest(new ScheduledEvent(), context).toString().getBytes(StandardCharsets.US_ASCII));
    }
}
