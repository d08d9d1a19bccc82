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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import passby.local.engine.LocalOidc;

/**
 * Where the web app signs people in on one machine: the two endpoints of an authorization server, code flow with PKCE, as the
 * city's own issuer has them. A page of another origin gets neither a code nor a token: the sign-in form is answered only when it
 * comes from this very page, and the token endpoint only to the app's own origin. Requests must name this address as their host,
 * so that no name that a stranger lets point here is served (DNS rebinding).
 */
final class SignInServer implements AutoCloseable {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int LONGEST_BODY = 4096;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpServer server;
    private final LocalOidc oidc;
    private final Set<String> people;
    private final Set<URI> redirects;
    private final Supplier<String> sessions;
    private final SignInCodes codes;

    private SignInServer(
            HttpServer server,
            LocalOidc oidc,
            Set<String> people,
            Set<URI> redirects,
            Supplier<String> sessions,
            SignInCodes codes) {
        this.server = server;
        this.oidc = oidc;
        this.people = people;
        this.redirects = redirects;
        this.sessions = sessions;
        this.codes = codes;
    }

    /**
     * On a free port.
     *
     * @param redirects the addresses of the app, to which codes go
     * @param sessions a new id for each sign-in
     */
    static SignInServer start(
            LocalOidc oidc, Set<String> people, Set<URI> redirects, Supplier<String> sessions, SignInCodes codes)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        var signIn = new SignInServer(server, oidc, people, redirects, sessions, codes);
        server.createContext("/", exchange -> {
            try (exchange) {
                signIn.handle(exchange);
            }
        });
        server.start();
        return signIn;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        if (!host.equals(List.of(endpoint().getAuthority()))) {
            answer(exchange, 403, "text/plain", "this address only");
            return;
        }
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /authorize" -> page(exchange);
            case "POST /authorize" -> code(exchange);
            case "POST /token" -> token(exchange);
            default -> answer(exchange, 404, "text/plain", "nothing here");
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        var request = SignInRequest.parse(SignInRequest.fields(query), redirects);
        if (request.isEmpty()) {
            answer(exchange, 400, "text/plain", "not a request of the city's app");
            return;
        }
        answer(exchange, 200, "text/html", SignInPage.html(request.get(), people));
    }

    private void code(HttpExchange exchange) throws IOException {
        var origin = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
        if (!origin.equals(List.of(endpoint().toString()))) {
            answer(exchange, 403, "text/plain", "only the page of this address signs anybody in");
            return;
        }
        var fields = form(exchange);
        var request = SignInRequest.parse(fields, redirects);
        var person = fields.getOrDefault("person", "");
        if (request.isEmpty() || !people.contains(person)) {
            answer(exchange, 400, "text/plain", "not a request of the city's app");
            return;
        }
        var code = codes.issue(person, request.get());
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        request.get().redirectUri() + "?code=" + code + "&state="
                                + request.get().state());
        exchange.sendResponseHeaders(303, -1);
    }

    /** RFC 6749, 4.1.3 and 5; RFC 7636, 4.5. */
    private void token(HttpExchange exchange) throws IOException {
        var origin = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
        if (origin.size() != 1
                || redirects.stream().noneMatch(uri -> origin(uri).equals(origin.getFirst()))) {
            answer(exchange, 403, "text/plain", "only the city's app gets tokens here");
            return;
        }
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin.getFirst());
        exchange.getResponseHeaders().set("Vary", "Origin");
        var person = redeem(form(exchange));
        if (person.isEmpty()) {
            answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        var token = oidc.accessToken(person.get(), LIFE, Map.of("origin_jti", sessions.get()));
        answer(
                exchange,
                200,
                "application/json",
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                        .formatted(token, LIFE.toSeconds()));
    }

    private Optional<String> redeem(Map<String, String> fields) {
        var isOurs = "authorization_code".equals(fields.get("grant_type"))
                && SignInRequest.CLIENT.equals(fields.get("client_id"));
        return isOurs
                ? codes.redeem(
                        fields.getOrDefault("code", ""),
                        fields.getOrDefault("redirect_uri", ""),
                        fields.getOrDefault("code_verifier", ""))
                : Optional.empty();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        var body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return type.startsWith(FORM) ? SignInRequest.fields(new String(body, StandardCharsets.UTF_8)) : Map.of();
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", SignInPage.POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "same-origin");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** {@code <here>/authorize} and {@code <here>/token}. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
