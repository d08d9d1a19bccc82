package passby.aws.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/** A function that is about to be started, with its event. */
record Triggered(RequestStreamHandler handler, String event) {
    private static final int MILLIS_LEFT = 900_000;

    /** Knows how long a run may still take, and nothing else. */
    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("getRemainingTimeInMillis")) {
                    return MILLIS_LEFT;
                }
                throw new UnsupportedOperationException(method.getName());
            });

    /** @return what it answered */
    String run() {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, CONTEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** @param event as a stream, from which it is taken */
    static Triggered of(RequestStreamHandler handler, InputStream event) {
        try {
            return new Triggered(handler, new String(event.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Triggered byClock(RequestStreamHandler handler) {
        return new Triggered(handler, "{}");
    }

    /** @param body of the one message, as text in JSON */
    static Triggered byQueue(RequestStreamHandler handler, String body) {
        var quoted = "\"" + body.replace("\"", "\\\"") + "\"";
        return new Triggered(
                handler, "{\"Records\":[{\"messageId\":\"m1\",\"receiptHandle\":\"r1\",\"body\":" + quoted + "}]}");
    }
}
