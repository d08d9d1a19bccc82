package passby.aws.delivery;

import java.util.Map;
import java.util.Set;
import passby.core.delivery.PhoneNumber;
import passby.core.delivery.Sending;
import passby.core.delivery.TextMessages;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.SnsException;

/**
 * Text messages by SNS, marked as transactional, so that carriers prefer them to advertising. Source: Amazon SNS Developer
 * Guide, "Publishing SMS messages to a mobile phone".
 */
public final class SnsTextMessages implements TextMessages {
    /** The number does not exist, or whoever has it answered STOP. */
    private static final Set<String> REFUSALS = Set.of("InvalidParameter", "OptedOut");

    private final SnsClient sns;

    public SnsTextMessages(SnsClient sns) {
        this.sns = sns;
    }

    @Override
    public Sending send(PhoneNumber number, String text) {
        try {
            sns.publish(publish -> publish.phoneNumber(number.value())
                    .message(text)
                    .messageAttributes(Map.of(
                            "AWS.SNS.SMS.SMSType",
                            MessageAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("Transactional")
                                    .build())));
            return Sending.SENT;
        } catch (SnsException e) {
            if (e.awsErrorDetails() != null
                    && REFUSALS.contains(e.awsErrorDetails().errorCode())) {
                return Sending.REFUSED;
            }
            throw e;
        }
    }
}
