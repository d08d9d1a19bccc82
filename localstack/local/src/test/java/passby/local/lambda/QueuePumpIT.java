package passby.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import passby.local.engine.LocalQueue;
import passby.local.engine.LocalSqs;
import passby.local.engine.QueueSpec;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueuePumpIT {
    private static final int RECEIVES = 3;
    private static LocalSqs engine;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        engine = LocalSqs.start();
        sqs = engine.client();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        engine.close();
    }

    @Test
    void whatTheHandlerReportsStaysAndComesBackAndItsNeighboursAreDone(TestInfo test) throws Exception {
        var queue = queue(test);
        var seen = new LinkedBlockingQueue<String>();
        List.of("good-1", "flaky", "good-2").forEach(body -> send(queue, body));

        var tried = new AtomicInteger();
        try (var _ = pump(queue, event -> failFirstTime(event, "flaky", seen, tried))) {
            assertThat(take(seen, 4)).containsExactlyInAnyOrder("good-1", "flaky", "good-2", "flaky");
            awaitEmpty(queue.url());
        }

        assertThat(seen).isEmpty();
        assertThat(deadLetters(queue, Duration.ZERO)).isEmpty();
    }

    @Test
    void aMessageThatFailsEachTimeEndsAmongTheDeadLetters(TestInfo test) throws Exception {
        var queue = queue(test);
        var seen = new LinkedBlockingQueue<String>();
        List.of("good-1", "poison", "good-2").forEach(body -> send(queue, body));

        try (var _ = pump(queue, event -> report(event, "poison", seen))) {
            assertThat(deadLetters(queue, Duration.ofSeconds(20))).containsExactly("poison");
        }

        assertThat(seen).hasSize(RECEIVES + 2).containsOnlyOnce("good-1", "good-2");
    }

    @Test
    void aHandlerThatThrowsFailsItsWholeBatchAndThePumpGoesOn(TestInfo test) throws Exception {
        var queue = queue(test);
        var seen = new LinkedBlockingQueue<String>();
        send(queue, "breaks");
        RequestHandler<SQSEvent, SQSBatchResponse> breaking = (event, context) -> {
            event.getRecords().forEach(message -> seen.add(message.getBody()));
            if (event.getRecords().stream()
                    .anyMatch(message -> message.getBody().equals("breaks"))) {
                throw new IllegalStateException("broken world");
            }
            return new SQSBatchResponse(List.of());
        };

        try (var _ = QueuePump.start(sqs, source(queue), breaking, Fixed.INVOCATIONS)) {
            assertThat(deadLetters(queue, Duration.ofSeconds(20))).containsExactly("breaks");
            send(queue, "after");
            assertThat(take(seen, RECEIVES + 1)).endsWith("after");
        }
    }

    /** The context and everything else aside: what a handler would do with the event alone. */
    private interface Body {
        SQSBatchResponse handle(SQSEvent event);
    }

    private static QueuePump pump(LocalQueue queue, Body body) {
        return QueuePump.start(sqs, source(queue), (event, context) -> body.handle(event), Fixed.INVOCATIONS);
    }

    private static QueuePump.Source source(LocalQueue queue) {
        return QueuePump.Source.of(queue.url(), queue.arn());
    }

    private static SQSBatchResponse failFirstTime(
            SQSEvent event, String body, BlockingQueue<String> seen, AtomicInteger tried) {
        var response = report(event, body, seen);
        var failsNow = !response.getBatchItemFailures().isEmpty() && tried.getAndIncrement() == 0;
        return failsNow ? response : new SQSBatchResponse(List.of());
    }

    private static SQSBatchResponse report(SQSEvent event, String body, BlockingQueue<String> seen) {
        event.getRecords().forEach(message -> seen.add(message.getBody()));
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> message.getBody().equals(body))
                .map(SQSMessage::getMessageId)
                .map(BatchItemFailure::new)
                .toList());
    }

    private static LocalQueue queue(TestInfo test) {
        var name = test.getTestMethod().orElseThrow().getName();
        return LocalQueue.create(sqs, new QueueSpec(name, Duration.ofSeconds(1), RECEIVES));
    }

    private static void send(LocalQueue queue, String body) {
        sqs.sendMessage(request -> request.queueUrl(queue.url()).messageBody(body));
    }

    private static List<String> take(BlockingQueue<String> seen, int count) throws InterruptedException {
        var taken = new ArrayList<String>();
        for (int n = 0; n < count; n++) {
            var next = seen.poll(15, TimeUnit.SECONDS);
            assertThat(next).as("message %d of %d", n + 1, count).isNotNull();
            taken.add(next);
        }
        return taken;
    }

    private static List<String> deadLetters(LocalQueue queue, Duration atMost) {
        for (long polls = 0; polls <= atMost.toSeconds(); polls++) {
            var found = sqs.receiveMessage(request -> request.queueUrl(queue.deadLetterUrl())
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(atMost.isZero() ? 0 : 1))
                    .messages();
            if (!found.isEmpty()) {
                return found.stream().map(message -> message.body()).toList();
            }
        }
        return List.of();
    }

    /** Empty means: nothing visible and nothing under way. Each question is itself a wait for the engine. */
    private static void awaitEmpty(String url) {
        for (int question = 0; question < 2_000; question++) {
            var counts = sqs.getQueueAttributes(request -> request.queueUrl(url)
                            .attributeNames(
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributes();
            if (counts.values().stream().allMatch("0"::equals)) {
                return;
            }
        }
        throw new AssertionError("The queue still holds messages");
    }
}
