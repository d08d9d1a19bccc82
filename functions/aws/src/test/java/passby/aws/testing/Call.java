package passby.aws.testing;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request to the edge; each {@code with} answers a new one. */
public record Call(String method, String path, Map<String, String> headers, String body) {
    public static Call get(String path) {
        return new Call("GET", path, Map.of(), "");
    }

    public static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), "");
    }

    public static Call post(String path, String json) {
        return new Call("POST", path, Map.of("content-type", "application/json"), json);
    }

    public static Call put(String path, String json) {
        return post(path, json).withMethod("PUT");
    }

    public Call withMethod(String other) {
        return new Call(other, path, headers, body);
    }

    public Call withPath(String other) {
        return new Call(method, other, headers, body);
    }

    public Call withBody(String other) {
        return new Call(method, path, headers, other);
    }

    public Call withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }

    public Call withToken(String token) {
        return withHeader("authorization", "Bearer " + token);
    }

    public Call withoutToken() {
        var less = new LinkedHashMap<>(headers);
        less.remove("authorization");
        return new Call(method, path, less, body);
    }

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    public APIGatewayProxyRequestEvent event() {
        var multiple = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, value) -> multiple.put(name, List.of(value)));
        return new APIGatewayProxyRequestEvent()
                .withHttpMethod(method)
                .withPath(path)
                .withHeaders(headers)
                .withMultiValueHeaders(multiple)
                .withBody(body.isEmpty() ? null : body)
                .withIsBase64Encoded(false)
                .withRequestContext(new ProxyRequestContext().withRequestId("request-1"));
    }
}
