package passby.local.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * As much of SNS as a publisher meets: topics, subscriptions and messages over its query protocol. It keeps nothing; each message goes to
 * the listener before the publisher has its answer.
 *
 * <p>Source: Amazon SNS API reference, CreateTopic, Publish, Subscribe.
 */
public final class LocalSns implements AutoCloseable {
    private static final int LARGEST_REQUEST = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads;
    private final SnsActions actions;

    private LocalSns(HttpServer server, ExecutorService threads, SnsActions actions) {
        this.server = server;
        this.threads = threads;
        this.actions = actions;
    }

    public static LocalSns start(Supplier<String> ids, Consumer<Published> listener, Consumer<Delivered> delivered) {
        try {
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var server = HttpServer.create(Loopback.freePort(), 0);
            var sns = new LocalSns(server, threads, new SnsActions(ids, listener, delivered));
            server.setExecutor(threads);
            server.createContext("/", sns::answer);
            server.start();
            return sns;
        } catch (IOException e) {
            throw new EngineFailed("SNS did not start", e);
        }
    }

    public URI endpoint() {
        return Loopback.uri(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
            var answer = actions.answer(QueryForm.parse(new String(body, StandardCharsets.UTF_8)));
            var bytes = answer.xml().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
