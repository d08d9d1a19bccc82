package passby.aws.hit;

import java.util.Map;
import passby.core.hit.Alert;
import passby.core.hit.Alerts;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * The one topic of alerts. Subscribers filter by the attributes {@code category}, {@code zone}, {@code match}, {@code
 * advisory} and {@code escalated}; the message (version 1) says the same and names the hit, never a plate, its key or a link.
 */
public final class SnsAlerts implements Alerts {
    /** Stands in mail boxes and on lock screens, so it says nothing of the hit. */
    static final String SUBJECT = "Passby: a lead to look at";

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
                .message(AlertMessage.write(alert))
                .messageAttributes(attributes(alert)));
    }

    private static Map<String, MessageAttributeValue> attributes(Alert alert) {
        return Map.of(
                "category", text(alert.category().code()),
                "zone", text(alert.zone()),
                "match", text(alert.match().code()),
                "advisory", text(Boolean.toString(alert.advisory())),
                "escalated", text(Boolean.toString(alert.escalated())));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
