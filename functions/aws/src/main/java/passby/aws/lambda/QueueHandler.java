package passby.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import passby.aws.json.EventJson;
import passby.aws.json.JsonObject;

/**
 * A function that takes messages from a queue and answers which of them it could not do. Source: AWS Lambda Developer
 * Guide, "Using Lambda with Amazon SQS", "Implementing partial batch responses".
 */
public interface QueueHandler extends RequestHandler<SQSEvent, SQSBatchResponse>, RequestStreamHandler {
    @Override
    default void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = EventJson.object(input.readAllBytes())
                .orElseThrow(() -> new IllegalArgumentException("the event is no JSON object"));
        output.write(answer(handleRequest(batch(event), context)));
    }

    private static SQSEvent batch(Map<String, Object> event) {
        var messages = new ArrayList<SQSMessage>();
        for (var record : EventJson.list(event, "Records")) {
            if (record instanceof Map<?, ?> members) {
                messages.add(message(EventJson.asObject(members)));
            }
        }
        var batch = new SQSEvent();
        batch.setRecords(messages);
        return batch;
    }

    private static SQSMessage message(Map<String, Object> record) {
        var message = new SQSMessage();
        EventJson.string(record, "messageId").ifPresent(message::setMessageId);
        EventJson.string(record, "receiptHandle").ifPresent(message::setReceiptHandle);
        EventJson.string(record, "body").ifPresent(message::setBody);
        message.setAttributes(texts(EventJson.object(record, "attributes")));
        return message;
    }

    private static Map<String, String> texts(Map<String, Object> members) {
        var texts = new HashMap<String, String>();
        members.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private static byte[] answer(SQSBatchResponse response) {
        var failures = response.getBatchItemFailures().stream()
                .map(failure -> new JsonObject().with("itemIdentifier", failure.getItemIdentifier()))
                .toList();
        return new JsonObject().with("batchItemFailures", failures).string().getBytes(StandardCharsets.UTF_8);
    }
}
