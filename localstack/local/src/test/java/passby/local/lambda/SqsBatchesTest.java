package passby.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsBatchesTest {
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final List<Message> BATCH = List.of(message("one"), message("two"), message("three"));

    @Test
    void aBatchIsTheEventThatLambdaSends() throws Exception {
        var json = new ObjectMapper();
        JsonNode genuine;
        try (var in = SqsBatchesTest.class.getResourceAsStream("/events/sqs-with-s3-event.json")) {
            genuine = json.readTree(in);
        }
        var record = genuine.at("/Records/0");
        var message = Message.builder()
                .messageId(record.get("messageId").asText())
                .receiptHandle(record.get("receiptHandle").asText())
                .body(record.get("body").asText())
                .md5OfBody(record.get("md5OfBody").asText())
                .attributesWithStrings(json.convertValue(record.get("attributes"), STRINGS))
                .build();

        var batches = new SqsBatches(record.get("eventSourceARN").asText());

        assertThat(json.readTree(batches.json(List.of(message)))).isEqualTo(genuine);
        assertThat(batches.event(List.of(message)).getRecords()).singleElement().satisfies(read -> {
            assertThat(read.getBody()).isEqualTo(message.body());
            assertThat(read.getEventSourceArn()).isEqualTo("arn:aws:sqs:us-east-1:123456789012:passby-uploads");
        });
    }

    @Test
    void onlyWhatIsReportedAsFailedStays() {
        assertThat(SqsBatches.failures(BATCH, failed("two"))).containsExactly("two");
        assertThat(SqsBatches.failures(BATCH, failed())).isEmpty();
        assertThat(SqsBatches.failures(BATCH, null)).isEmpty();
    }

    @Test
    void aReportThatNamesNoMessageOfTheBatchFailsAllOfThem() {
        assertThat(SqsBatches.failures(BATCH, failed("two", "four"))).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(SqsBatches.failures(BATCH, failed(""))).hasSize(3);
        assertThat(SqsBatches.failures(
                        BATCH,
                        new SQSBatchResponse(List.of(BatchItemFailure.builder().build()))))
                .hasSize(3);
    }

    private static SQSBatchResponse failed(String... ids) {
        return new SQSBatchResponse(
                Arrays.stream(ids).map(BatchItemFailure::new).toList());
    }

    private static Message message(String id) {
        return Message.builder()
                .messageId(id)
                .receiptHandle("r-" + id)
                .body("{}")
                .build();
    }
}
