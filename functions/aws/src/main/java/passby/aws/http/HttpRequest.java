package passby.aws.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import passby.aws.json.StrictJson;

/** A request as the gateway handed it on: nothing of it is believed yet. */
public final class HttpRequest {
    /** Largest body that is looked at. */
    public static final int MAX_BODY = StrictJson.MAX_BYTES;

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final Map<String, List<String>> multipleHeaders;
    private final byte[] body;

    private HttpRequest(APIGatewayProxyRequestEvent event) {
        this.method = Objects.requireNonNullElse(event.getHttpMethod(), "");
        this.path = Objects.requireNonNullElse(event.getPath(), "");
        this.headers = Objects.requireNonNullElse(event.getHeaders(), Map.of());
        this.multipleHeaders = Objects.requireNonNullElse(event.getMultiValueHeaders(), Map.of());
        this.body = body(event);
    }

    public static HttpRequest of(APIGatewayProxyRequestEvent event) {
        return new HttpRequest(event);
    }

    public String method() {
        return method;
    }

    /** As it was sent, without stage and host. */
    public String path() {
        return path;
    }

    /** The header's only value; empty where it came twice with different values, because then nobody knows which counts. */
    public Optional<String> header(String name) {
        Set<String> values = new LinkedHashSet<>();
        headers.forEach((key, value) -> {
            if (name.equalsIgnoreCase(key)) {
                values.add(Objects.requireNonNullElse(value, ""));
            }
        });
        multipleHeaders.forEach((key, several) -> {
            if (name.equalsIgnoreCase(key)) {
                values.addAll(Objects.requireNonNullElse(several, List.of()));
            }
        });
        return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
    }

    /** What stands behind {@code Bearer} in the authorization header. */
    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    public byte[] body() {
        return body.clone();
    }

    public int bodyLength() {
        return body.length;
    }

    /** A body that claims to be base64 and is not stays as it came: no reader of JSON takes it for anything. */
    private static byte[] body(APIGatewayProxyRequestEvent event) {
        var text = Objects.requireNonNullElse(event.getBody(), "");
        if (Boolean.TRUE.equals(event.getIsBase64Encoded())) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
