package passby.local.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as API Gateway's REST API hands it to a function by proxy integration: the path as it was sent, query parameters decoded,
 * of a repeated name the last value in the single map and all in the other; a body that is not text in base64.
 *
 * <p>Source: API Gateway Developer Guide, "Input format of a Lambda function for proxy integration".
 */
record ApiRequests(String stage) {
    APIGatewayProxyRequestEvent event(HttpExchange exchange, byte[] body, String requestId, long epochMillis) {
        var uri = exchange.getRequestURI();
        var query = query(uri.getRawQuery());
        var headers = multiple(exchange.getRequestHeaders());
        var event = new APIGatewayProxyRequestEvent()
                .withResource("/{proxy+}")
                .withPath(uri.getRawPath())
                .withHttpMethod(exchange.getRequestMethod())
                .withHeaders(last(headers))
                .withMultiValueHeaders(headers)
                .withQueryStringParameters(query.isEmpty() ? null : last(query))
                .withMultiValueQueryStringParameters(query.isEmpty() ? null : query)
                .withRequestContext(context(exchange, requestId, epochMillis));
        return withBody(event, body);
    }

    private ProxyRequestContext context(HttpExchange exchange, String requestId, long epochMillis) {
        var identity = new RequestIdentity()
                .withSourceIp(exchange.getRemoteAddress().getAddress().getHostAddress())
                .withUserAgent(exchange.getRequestHeaders().getFirst("User-Agent"));
        var context = new ProxyRequestContext()
                .withStage(stage)
                .withRequestId(requestId)
                .withHttpMethod(exchange.getRequestMethod())
                .withPath("/" + stage + exchange.getRequestURI().getRawPath())
                .withProtocol(exchange.getProtocol())
                .withIdentity(identity);
        context.setRequestTimeEpoch(epochMillis);
        return context;
    }

    private static APIGatewayProxyRequestEvent withBody(APIGatewayProxyRequestEvent event, byte[] body) {
        if (body.length == 0) {
            return event.withIsBase64Encoded(false);
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return event.withBody(text.toString()).withIsBase64Encoded(false);
        } catch (CharacterCodingException notText) {
            return event.withBody(Base64.getEncoder().encodeToString(body)).withIsBase64Encoded(true);
        }
    }

    private static Map<String, List<String>> multiple(Headers headers) {
        var all = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, values) -> all.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return all;
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        var all = new LinkedHashMap<String, List<String>>();
        if (raw == null) {
            return all;
        }
        for (var pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                all.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
            }
        }
        return all;
    }

    /** The server has refused a request target that is no URI, so every percent sign has its two digits. */
    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> last(Map<String, List<String>> all) {
        var last = new LinkedHashMap<String, String>();
        all.forEach((name, values) -> last.put(name, values.getLast()));
        return last;
    }
}
