package passby.local.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import passby.local.engine.LocalOidc;

/**
 * Hands out access tokens for the made-up people, each from a sign-in of its own: {@code GET /NAME}. Only the local city has
 * such a desk; it stands for the sign-in page of a real issuer, second factor included.
 */
final class TokenServer implements AutoCloseable {
    private static final Duration LIFE = Duration.ofHours(1);

    private final HttpServer server;

    private TokenServer(HttpServer server) {
        this.server = server;
    }

    /** @param sessions a new id for each sign-in */
    static TokenServer start(LocalOidc oidc, Set<String> people, Supplier<String> sessions) throws IOException {
        return start(oidc, people, sessions, 0);
    }

    /** @param port 0 for a free one */
    static TokenServer start(LocalOidc oidc, Set<String> people, Supplier<String> sessions, int port)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.createContext("/", exchange -> {
            var person = exchange.getRequestURI().getPath().substring(1);
            if (exchange.getRequestMethod().equals("GET") && people.contains(person)) {
                answer(exchange, 200, oidc.accessToken(person, LIFE, Map.of("origin_jti", sessions.get())));
            } else {
                answer(exchange, 404, "nobody of that name");
            }
        });
        server.start();
        return new TokenServer(server);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
