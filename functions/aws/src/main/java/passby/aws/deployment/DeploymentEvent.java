package passby.aws.deployment;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.json.StrictJson;

/**
 * One event for a custom resource. What it needs for an answer is strict; fields that nobody here knows are let be.
 *
 * @param kind what CloudFormation does with the resource
 * @param responseUrl where the answer goes: https, or http on this machine
 * @param stackId of the stack
 * @param requestId equal when CloudFormation or Lambda sends the event again
 * @param logicalResourceId the resource's name in the template
 * @param physicalResourceId its id so far; null before it is created
 * @param properties as the template gives them, {@code ServiceToken} among them
 */
record DeploymentEvent(
        Kind kind,
        URI responseUrl,
        String stackId,
        String requestId,
        String logicalResourceId,
        @Nullable String physicalResourceId,
        Map<String, Object> properties) {
    /** What CloudFormation does with the resource. */
    enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    DeploymentEvent {
        properties = Map.copyOf(properties);
    }

    /** @throws IllegalArgumentException for what cannot be answered; never quotes what came */
    static DeploymentEvent parse(byte[] json) {
        return switch (StrictJson.parse(json)) {
            case StrictJson.Parsed.Malformed(var detail) ->
                throw new IllegalArgumentException("no event of CloudFormation: " + detail);
            case StrictJson.Parsed.Members(var members) ->
                new DeploymentEvent(
                        kind(text(members, "RequestType")),
                        responseUrl(text(members, "ResponseURL")),
                        text(members, "StackId"),
                        text(members, "RequestId"),
                        text(members, "LogicalResourceId"),
                        optionalText(members, "PhysicalResourceId").orElse(null),
                        properties(members));
        };
    }

    /** The answer's id of the resource: the one that it has, and at first one that never changes. */
    String stableId() {
        return physicalResourceId == null ? "passby-" + logicalResourceId : physicalResourceId;
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "Create" -> Kind.CREATE;
            case "Update" -> Kind.UPDATE;
            case "Delete" -> Kind.DELETE;
            default -> throw new IllegalArgumentException("no event of CloudFormation: an unknown RequestType");
        };
    }

    private static URI responseUrl(String text) {
        var url = URI.create(text);
        var scheme = Optional.ofNullable(url.getScheme()).orElse("");
        var isGood = scheme.equals("https") || (scheme.equals("http") && isThisMachine(url));
        if (url.getHost() == null || !isGood) {
            throw new IllegalArgumentException(
                    "no event of CloudFormation: the ResponseURL is neither https nor local");
        }
        return url;
    }

    private static boolean isThisMachine(URI url) {
        if (url.getHost() == null) {
            return false;
        }
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String text(Map<String, Object> members, String name) {
        return optionalText(members, name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("no event of CloudFormation: it has no " + name));
    }

    private static Optional<String> optionalText(Map<String, Object> members, String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Map<String, Object> properties(Map<String, Object> members) {
        var properties = new HashMap<String, Object>();
        if (members.get("ResourceProperties") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> properties.put(String.valueOf(name), value));
        }
        return properties;
    }

    /** A response URL is a key to the answer: it is printed nowhere. */
    @Override
    public String toString() {
        return "DeploymentEvent[" + kind + " of " + logicalResourceId + "]";
    }
}
