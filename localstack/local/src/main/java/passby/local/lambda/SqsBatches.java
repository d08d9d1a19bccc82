package passby.local.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Messages of a queue as Lambda's event source hands them to a function, made from the genuine JSON by Lambda's own deserialiser, and which
 * of them the function's answer leaves in the queue.
 *
 * <p>Source: Lambda Developer Guide, "Using Lambda with Amazon SQS", with its rules for partial batch responses.
 */
final class SqsBatches {
    private final PojoSerializer<SQSEvent> events =
            LambdaEventSerializers.serializerFor(SQSEvent.class, SqsBatches.class.getClassLoader());
    private final String queueArn;
    private final String region;

    SqsBatches(String queueArn) {
        this.queueArn = queueArn;
        this.region = queueArn.split(":", -1)[3];
    }

    SQSEvent event(List<Message> messages) {
        return events.fromJson(json(messages));
    }

    String json(List<Message> messages) {
        var event = JsonNodeFactory.instance.objectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> add(records.addObject(), message));
        return event.toString();
    }

    private void add(ObjectNode record, Message message) {
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        var attributes = record.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        var messageAttributes = record.putObject("messageAttributes");
        message.messageAttributes()
                .forEach((name, value) -> messageAttributes
                        .putObject(name)
                        .put("stringValue", value.stringValue())
                        .put("dataType", value.dataType()));
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queueArn);
        record.put("awsRegion", region);
    }

    /**
     * The messages that stay in the queue. No answer and no failures mean that all are done; a failure without an id, or with one that was
     * not in the batch, makes the whole batch fail.
     */
    static Set<String> failures(List<Message> messages, @Nullable SQSBatchResponse response) {
        if (response == null || response.getBatchItemFailures() == null) {
            return Set.of();
        }
        var ids = all(messages);
        var failed = new HashSet<String>();
        for (var failure : response.getBatchItemFailures()) {
            if (!ids.contains(failure.getItemIdentifier())) {
                return ids;
            }
            failed.add(failure.getItemIdentifier());
        }
        return failed;
    }

    /** The ids of all messages of a batch. */
    static Set<String> all(List<Message> messages) {
        return messages.stream().map(Message::messageId).collect(Collectors.toSet());
    }
}
