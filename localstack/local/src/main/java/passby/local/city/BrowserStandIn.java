package passby.local.city;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import passby.aws.delivery.P256Pairs;
import passby.core.delivery.P256;
import passby.core.delivery.PushEncryption;
import passby.core.delivery.PushToken;
import passby.core.id.Entropy;
import passby.core.note.MalformedException;
import passby.local.engine.Delivered;

/**
 * Stands in for officers' browsers and for their push service. {@code POST} makes a browser and answers what
 * {@code PushSubscription.toJSON} would; {@code POST} to its endpoint is a push, whose token is checked as a service does and
 * which is decrypted as a browser does; {@code DELETE} clears the browser's data, after which its endpoint answers 410.
 */
final class BrowserStandIn implements HttpHandler {
    static final String PATH = "/stand-in/browsers";

    private static final int LARGEST = 8 << 10;
    private static final int SECRET_BYTES = 16;

    private record Installed(KeyPair keys, String secret) {}

    private final PushTokenCheck tokens;
    private final Entropy entropy;
    private final Supplier<String> id;
    private final Consumer<Delivered> delivered;
    private final Map<String, Installed> browsers = new ConcurrentHashMap<>();

    BrowserStandIn(Entropy entropy, Supplier<String> id, Clock clock, Consumer<Delivered> delivered) {
        this.tokens = new PushTokenCheck(clock);
        this.entropy = entropy;
        this.id = id;
        this.delivered = delivered;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(PATH.length());
            var body = exchange.getRequestBody().readNBytes(LARGEST);
            if (path.isEmpty() && exchange.getRequestMethod().equals("POST")) {
                var made = install(origin(exchange));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(201, made.length);
                exchange.getResponseBody().write(made);
            } else {
                exchange.sendResponseHeaders(answer(exchange, path.substring(path.indexOf('/') + 1), body), -1);
            }
        }
    }

    private int answer(HttpExchange exchange, String browser, byte[] body) {
        var installed = Optional.ofNullable(browsers.get(browser));
        return switch (exchange.getRequestMethod()) {
            case "POST" ->
                installed.map(found -> push(exchange, browser, found, body)).orElse(410);
            case "DELETE" -> browsers.remove(browser) == null ? 404 : 204;
            default -> 405;
        };
    }

    private byte[] install(String origin) throws IOException {
        var browser = id.get();
        var installed = new Installed(P256Pairs.drawn(entropy), PushToken.base64(entropy.bytes(SECRET_BYTES)));
        browsers.put(browser, installed);
        return new ObjectMapper()
                .writeValueAsBytes(Map.of(
                        "endpoint",
                        origin + PATH + "/" + browser,
                        "keys",
                        Map.of(
                                "p256dh",
                                PushToken.base64(P256.encode(
                                        (ECPublicKey) installed.keys().getPublic())),
                                "auth",
                                installed.secret())));
    }

    private int push(HttpExchange exchange, String browser, Installed installed, byte[] body) {
        var authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!tokens.isValid(authorization.orElse(""), origin(exchange))) {
            return 403;
        }
        try {
            var text = PushEncryption.decrypt(
                    body, installed.keys(), Base64.getUrlDecoder().decode(installed.secret()));
            delivered.accept(new Delivered("PUSH", browser, new String(text, StandardCharsets.UTF_8)));
            return 201;
        } catch (MalformedException e) {
            return 400;
        }
    }

    private static String origin(HttpExchange exchange) {
        return "http://" + exchange.getRequestHeaders().getFirst("Host");
    }
}
