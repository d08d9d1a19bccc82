package passby.aws.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import passby.aws.json.EventJson;
import passby.aws.json.JsonObject;

/**
 * The gateway's events, as far as our handlers look at them. Source: Amazon API Gateway Developer Guide, "Lambda proxy
 * integrations", input and output format.
 */
public final class GatewayEvents {
    private GatewayEvents() {}

    /** The handler's answer to an event of the gateway, or to one that only keeps the function warm. */
    public static byte[] answer(
            byte[] json, Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler) {
        var event =
                EventJson.object(json).orElseThrow(() -> new IllegalArgumentException("the event is no JSON object"));
        return WarmUp.is(event) ? WarmUp.answer() : bytes(handler.apply(request(event)));
    }

    private static APIGatewayProxyRequestEvent request(Map<String, Object> event) {
        var request = new APIGatewayProxyRequestEvent();
        EventJson.string(event, "httpMethod").ifPresent(request::setHttpMethod);
        EventJson.string(event, "path").ifPresent(request::setPath);
        EventJson.string(event, "body").ifPresent(request::setBody);
        request.setIsBase64Encoded(Boolean.TRUE.equals(event.get("isBase64Encoded")));
        request.setHeaders(texts(EventJson.object(event, "headers")));
        request.setMultiValueHeaders(lists(EventJson.object(event, "multiValueHeaders")));
        var context = new ProxyRequestContext();
        EventJson.string(EventJson.object(event, "requestContext"), "requestId").ifPresent(context::setRequestId);
        request.setRequestContext(context);
        return request;
    }

    private static Map<String, String> texts(Map<String, Object> members) {
        var texts = new LinkedHashMap<String, String>();
        for (var name : members.keySet()) {
            texts.put(name, EventJson.string(members, name).orElse(""));
        }
        return texts;
    }

    private static Map<String, List<String>> lists(Map<String, Object> members) {
        var lists = new LinkedHashMap<String, List<String>>();
        for (var name : members.keySet()) {
            lists.put(
                    name,
                    EventJson.list(members, name).stream().map(String::valueOf).toList());
        }
        return lists;
    }

    private static byte[] bytes(APIGatewayProxyResponseEvent response) {
        var headers = new JsonObject();
        response.getHeaders().forEach(headers::with);
        return new JsonObject()
                .with("statusCode", response.getStatusCode())
                .with("headers", headers)
                .with("body", response.getBody())
                .with("isBase64Encoded", response.getIsBase64Encoded())
                .string()
                .getBytes(StandardCharsets.UTF_8);
    }
}
