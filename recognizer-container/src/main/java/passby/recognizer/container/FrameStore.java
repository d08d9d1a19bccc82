package passby.recognizer.container;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import passby.core.picture.FrameRef;

/** One frame behind as much of S3 as the function asks for: GetObject by path, and the error for a key that is not there. */
public final class FrameStore implements AutoCloseable {
    private static final byte[] NO_SUCH_KEY =
            "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);

    private final FrameRef frame;
    private final byte[] jpeg;
    private final Loopback server;

    public FrameStore(FrameRef frame, byte[] jpeg) {
        this.frame = frame;
        this.jpeg = jpeg.clone();
        this.server = Loopback.serving(this::get);
    }

    private void get(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestURI().getPath();
        if (asked.equals("/" + frame.bucket() + "/" + frame.key())) {
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            Loopback.answer(exchange, 200, jpeg);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            Loopback.answer(exchange, 404, NO_SUCH_KEY);
        }
    }

    /** For {@code AWS_ENDPOINT_URL_S3}; an address without a name makes the SDK put the bucket into the path. */
    public String endpoint() {
        return "http://" + server.authority();
    }

    @Override
    public void close() {
        server.close();
    }
}
