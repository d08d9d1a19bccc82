package passby.local.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import passby.local.engine.LocalOidc;

/**
 * Hands out access tokens for the made-up people, each from a sign-in of its own: {@code GET /NAME}. Only the local city has
 * such a desk; it stands for the sign-in page of a real issuer, second factor included.
 *
 * <p>It serves programs of this machine and no page in a browser: a request must name this very address as its host, so that
 * no name that a stranger lets point here (DNS rebinding) gets a token, and must not come from another origin.
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
            if (!isOfAProgramHere(exchange)) {
                answer(exchange, 403, "only programs of this machine get a token, and no page in a browser");
            } else if (exchange.getRequestMethod().equals("GET") && people.contains(person)) {
                answer(exchange, 200, oidc.accessToken(person, LIFE, Map.of("origin_jti", sessions.get())));
            } else {
                answer(exchange, 404, "nobody of that name");
            }
        });
        server.start();
        return new TokenServer(server);
    }

    /** Browsers tell the origin of a script, and where any request comes from (Fetch Metadata Request Headers, W3C). */
    private static boolean isOfAProgramHere(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var port = exchange.getLocalAddress().getPort();
        var site = headers.getOrDefault("Sec-Fetch-Site", List.of("none"));
        return Set.of("127.0.0.1:" + port, "localhost:" + port).contains(headers.getFirst("Host"))
                && headers.getOrDefault("Host", List.of()).size() == 1
                && !headers.containsKey("Origin")
                && site.equals(List.of("none"));
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
