package passby.aws.deployment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Events of CloudFormation for a made-up stack. */
public final class DeploymentEvents {
    private DeploymentEvents() {}

    public static InputStream event(String kind, URI responseUrl, Map<String, String> properties) {
        return event(kind, "request-1", responseUrl, properties);
    }

    public static InputStream event(String kind, String requestId, URI responseUrl, Map<String, String> properties) {
        return new ByteArrayInputStream(
                json(kind, requestId, responseUrl.toString(), properties).getBytes(StandardCharsets.UTF_8));
    }

    /** As the user guide shows it, with a field that nobody here knows. */
    static String json(String kind, String requestId, String responseUrl, Map<String, String> properties) {
        var members = properties.entrySet().stream()
                .map(property -> ",\"" + property.getKey() + "\":\"" + property.getValue() + "\"")
                .collect(Collectors.joining());
        var physicalId = kind.equals("Create") ? "" : "\"PhysicalResourceId\":\"passby-Policy\",";
        return "{\"RequestType\":\"" + kind
                + "\",\"ServiceToken\":\"arn:aws:lambda:us-east-1:111122223333:function:x\","
                + "\"ResponseURL\":\"" + responseUrl + "\","
                + "\"StackId\":\"arn:aws:cloudformation:us-east-1:111122223333:stack/passby-service/1\","
                + "\"RequestId\":\"" + requestId + "\",\"LogicalResourceId\":\"Policy\"," + physicalId
                + "\"ResourceType\":\"Custom::RequestPolicy\",\"SomethingNew\":[1,{\"a\":true}],"
                + "\"ResourceProperties\":{\"ServiceToken\":\"arn:aws:lambda:us-east-1:111122223333:function:x\""
                + members + "}}";
    }
}
