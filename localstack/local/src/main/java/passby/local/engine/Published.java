package passby.local.engine;

import java.util.Map;

/** A message as its subscribers would get it; {@code subject} is empty when there was none, attributes are those of type String. */
public record Published(
        String messageId, String topicArn, String subject, String message, Map<String, String> attributes) {
    public Published {
        attributes = Map.copyOf(attributes);
    }
}
