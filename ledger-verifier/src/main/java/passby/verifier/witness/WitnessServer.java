package passby.verifier.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import passby.core.tlog.AddCheckpoint;

/** The witness on a port: {@code POST /add-checkpoint}, and {@code GET /} for people. TLS is the affair of a proxy in front. */
final class WitnessServer implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int OK = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private WitnessServer(HttpServer server) {
        this.server = server;
    }

    static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
        var server = new WitnessServer(HttpServer.create(address, 0));
        server.server.setExecutor(server.threads);
        server.server.createContext("/add-checkpoint", exchange -> add(witness, exchange));
        server.server.createContext("/", exchange -> show(witness, exchange));
        server.server.start();
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void add(Witness witness, HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, METHOD_NOT_ALLOWED, "text/plain", "POST a checkpoint\n");
            return;
        }
        var body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
        var answer = witness.addCheckpoint(body);
        answer(exchange, answer.status(), answer.contentType(), answer.body());
    }

    private static void show(Witness witness, HttpExchange exchange) throws IOException {
        answer(exchange, OK, "text/plain; charset=utf-8", witness.overview());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
