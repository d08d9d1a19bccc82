package passby.aws.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sets the visibility of messages of one queue. */
public final class SqsMessageVisibility implements MessageVisibility {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsMessageVisibility(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void comeBack(SQSMessage message, Duration after) {
        sqs.changeMessageVisibility(change -> change.queueUrl(queueUrl)
                .receiptHandle(message.getReceiptHandle())
                .visibilityTimeout((int) after.toSeconds()));
    }
}
