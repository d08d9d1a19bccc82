package passby.aws.hit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import passby.core.hit.Alert;
import passby.core.hit.Alerts;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * The one topic of alerts. Subscribers filter by the attributes {@code category}, {@code zone}, {@code match} and {@code
 * advisory}; the message (version 1) says the same and names the hit, never a plate, its key or a link.
 */
public final class SnsAlerts implements Alerts {
    /** Stands in mail boxes and on lock screens, so it says nothing of the hit. */
    static final String SUBJECT = "Passby: a lead to look at";

    private static final int VERSION = 1;

    private final SnsClient sns;
    private final String topicArn;

    public SnsAlerts(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public void publish(Alert alert) {
        sns.publish(publish -> publish.topicArn(topicArn)
                .subject(SUBJECT)
                .message(message(alert))
                .messageAttributes(attributes(alert)));
    }

    private static String message(Alert alert) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("v", VERSION)
                .put("hitId", alert.hitId().value())
                .put("shortCode", alert.hitId().shortCode())
                .put("category", alert.category().word())
                .put("zone", alert.zone())
                .put("match", alert.match().word())
                .put("advisory", alert.advisory())
                .put("listAgeSeconds", alert.listAge().toSeconds())
                .put("text", Alert.TEXT)
                .toString();
    }

    private static Map<String, MessageAttributeValue> attributes(Alert alert) {
        return Map.of(
                "category", text(alert.category().word()),
                "zone", text(alert.zone()),
                "match", text(alert.match().word()),
                "advisory", text(Boolean.toString(alert.advisory())));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
