package passby.local.engine;

import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue that exists, and where its dead letters go. */
public record LocalQueue(String name, String url, String arn, String deadLetterUrl) {
    /** Makes both queues; the same specification again changes nothing. */
    public static LocalQueue create(SqsClient sqs, QueueSpec spec) {
        var dead = spec.name() + "-dead";
        var deadUrl = sqs.createQueue(request -> request.queueName(dead)).queueUrl();
        var redrive = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                .formatted(LocalAccount.arn("sqs", dead), spec.maxReceives());
        var attributes = Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(spec.visibility().toSeconds()),
                QueueAttributeName.REDRIVE_POLICY,
                redrive);
        var url = sqs.createQueue(request -> request.queueName(spec.name()).attributes(attributes))
                .queueUrl();
        return new LocalQueue(spec.name(), url, LocalAccount.arn("sqs", spec.name()), deadUrl);
    }
}
