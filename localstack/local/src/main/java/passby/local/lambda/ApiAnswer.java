package passby.local.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way to the client. Of headers given in both forms the multiple form counts; without a content type it is JSON, as API
 * Gateway says.
 */
final class ApiAnswer {
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";
    /** The server writes these itself. */
    private static final List<String> OF_THE_CONNECTION = List.of("content-length", "transfer-encoding", "connection");

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private ApiAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer of the gateway's own: it says the status and nothing of why. */
    static ApiAnswer plain(int status, String message) {
        var body = "{\"message\": \"" + message + "\"}";
        return new ApiAnswer(status, Map.of(CONTENT_TYPE, List.of(JSON)), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link IllegalArgumentException} where API Gateway would call the function's answer malformed. */
    static ApiAnswer of(@Nullable APIGatewayProxyResponseEvent response) {
        if (response == null || response.getStatusCode() == null) {
            throw new IllegalArgumentException("The answer has no status");
        }
        return new ApiAnswer(response.getStatusCode(), headers(response), body(response));
    }

    private static Map<String, List<String>> headers(APIGatewayProxyResponseEvent response) {
        var all = new LinkedHashMap<String, List<String>>();
        all.put(CONTENT_TYPE, List.of(JSON));
        if (response.getHeaders() != null) {
            response.getHeaders().forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        }
        if (response.getMultiValueHeaders() != null) {
            response.getMultiValueHeaders()
                    .forEach((name, values) -> all.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        }
        return all;
    }

    private static byte[] body(APIGatewayProxyResponseEvent response) {
        var body = response.getBody();
        if (body == null) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(response.getIsBase64Encoded())
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    void write(HttpExchange exchange) throws IOException {
        headers.forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        if (exchange.getRequestMethod().equals("HEAD") || body.length == 0 || status == 204 || status == 304) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
