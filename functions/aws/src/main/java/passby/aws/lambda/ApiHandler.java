package passby.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A function with routes. Lambda starts it as a {@link RequestStreamHandler}, because the class alone is named as the
 * handler: then nothing of its events is read or written by reflection.
 */
public interface ApiHandler
        extends RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>, RequestStreamHandler {
    @Override
    default void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(GatewayEvents.answer(input.readAllBytes(), event -> handleRequest(event, context)));
    }
}
