package passby.aws.testing;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** What the edge answered. */
public record Reply(int status, Map<String, String> headers, String body, boolean base64) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static Reply of(APIGatewayProxyResponseEvent response) {
        return new Reply(
                response.getStatusCode(), response.getHeaders(), response.getBody(), response.getIsBase64Encoded());
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String contentType() {
        return header("Content-Type");
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the answer is no JSON", e);
        }
    }

    /** The last part of the problem's type. */
    public String problem() {
        var type = json().path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
