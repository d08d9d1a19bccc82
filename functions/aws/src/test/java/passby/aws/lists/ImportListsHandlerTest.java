package passby.aws.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import passby.aws.api.Metric;
import passby.aws.json.JsonObject;
import passby.core.ledger.Accepted;
import passby.core.lists.ImportAnswer;
import passby.core.lists.ImportOrder;
import passby.core.lists.ImportTiming;
import passby.core.lists.ImportUploadedFile;
import passby.core.lists.InMemoryFeedFiles;
import passby.core.lists.InMemoryImportOutcomes;
import passby.core.testing.MutableClock;

final class ImportListsHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final int LEFT = 900_000;

    /** Knows how long a run may still take, and nothing else. */
    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("getRemainingTimeInMillis");
                return LEFT;
            });

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryFeedFiles files = new InMemoryFeedFiles();
    private final List<String> comeBack = new ArrayList<>();
    private final List<Metric> measured = new ArrayList<>();
    private final List<ImportOrder> orders = new ArrayList<>();
    private final String sha256 = files.send("state", new byte[] {1}, null, NOW);

    private ImportListsHandler handler(Function<ImportOrder, ImportAnswer> importList) {
        return new ImportListsHandler(
                new ImportUploadedFile(
                        files,
                        order -> {
                            orders.add(order);
                            return importList.apply(order);
                        },
                        new InMemoryImportOutcomes(),
                        clock),
                (message, after) -> comeBack.add(message.getReceiptHandle() + " " + after.toSeconds()),
                (metric, value) -> measured.add(metric),
                clock);
    }

    private static String body(String key) {
        return "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"" + key + "\"}}}]}";
    }

    private List<String> failures(ImportListsHandler handler, String body) {
        var message = new SQSMessage();
        message.setMessageId("m1");
        message.setReceiptHandle("r1");
        message.setBody(body);
        var event = new SQSEvent();
        event.setRecords(List.of(message));
        return handler.handleRequest(event, CONTEXT).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    @Test
    void whatIsNotOverComesBackSoonAndUnderItsOwnHandle() {
        var paused = handler(order -> new ImportAnswer.Paused(500));

        assertThat(failures(paused, body("f/state/" + sha256))).containsExactly("m1");

        assertThat(comeBack).containsExactly("r1 " + ImportTiming.COMES_BACK.toSeconds());
        assertThat(measured).isEmpty();
    }

    @Test
    void anotherImportOfTheListIsWaitedFor() {
        var busy = handler(order -> new ImportAnswer.Busy(2, NOW.plusSeconds(60)));

        assertThat(failures(busy, body("f/state/" + sha256))).containsExactly("m1");
        assertThat(comeBack).hasSize(1);
    }

    @Test
    void aFileThatIsNotTakenIsDoneAndAlarmed() {
        var refused = handler(order ->
                new ImportAnswer.Refused(ImportAnswer.RefusalReason.NOT_SIGNED, new Accepted("entry", "leaf")));

        assertThat(failures(refused, body("f/state/" + sha256))).isEmpty();

        assertThat(measured).containsExactly(Metric.LIST_FILES_REFUSED);
        assertThat(files.fetch("state", sha256)).isEmpty();
    }

    @Test
    void whatBreaksComesBackAsTheQueueSays() {
        var broken = handler(order -> {
            throw new IllegalStateException("broken");
        });

        assertThat(failures(broken, body("f/state/" + sha256))).containsExactly("m1");
        assertThat(comeBack).isEmpty();
    }

    @Test
    void whatNamesNoFileOfAListIsPassedOver() {
        var handler = handler(order -> new ImportAnswer.Paused(0));

        for (var body : List.of(
                "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}",
                "no json",
                body("f/../" + sha256),
                body("f/state/%zz"),
                body("other/state/" + sha256),
                body("f/state/" + sha256 + ".sig"))) {
            assertThat(failures(handler, body)).as(body).isEmpty();
        }
        assertThat(orders).isEmpty();
    }

    @Test
    void aRunStopsBeforeLambdaEndsIt() {
        var handler = handler(order -> new ImportAnswer.Paused(0));

        failures(handler, body("f/state/" + sha256));

        assertThat(orders.getFirst().until()).isEqualTo(NOW.plusMillis(LEFT).minus(ImportTiming.STOPS_BEFORE));
    }

    /** The bytes as Lambda sends them: without its handle no message could be told when to come back. */
    @Test
    void theReceiptHandleOfAMessageSurvivesTheWayIn() throws IOException {
        var handler = handler(order -> new ImportAnswer.Paused(0));
        var event = new JsonObject()
                .with(
                        "Records",
                        List.of(new JsonObject()
                                .with("messageId", "m1")
                                .with("receiptHandle", "r1")
                                .with("body", body("f/state/" + sha256))))
                .string();
        var output = new ByteArrayOutputStream();

        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, CONTEXT);

        assertThat(comeBack).containsExactly("r1 " + ImportTiming.COMES_BACK.toSeconds());
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("m1");
    }
}
