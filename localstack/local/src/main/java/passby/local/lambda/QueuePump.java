package passby.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.core.retention.Timing;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * What Lambda's event source mapping is in AWS: takes batches from a queue, invokes the handler, and deletes what the handler did not report
 * as failed. Failures and whole batches whose handler threw stay invisible until their visibility ends; the queue's redrive policy decides
 * how often they come back.
 */
public final class QueuePump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePump.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final SqsClient sqs;
    private final Source source;
    private final RequestHandler<SQSEvent, SQSBatchResponse> handler;
    private final Invocations invocations;
    private final SqsBatches batches;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Where messages come from.
     *
     * @param batch at most this many messages for one invocation, 1 to 10
     * @param parallelism batches under way at a time
     * @param poll length of a long poll in whole seconds, and so how long a stop may take
     */
    public record Source(String queueUrl, String queueArn, int batch, int parallelism, Duration poll) {
        /** Batches as the stack's event source mapping makes them, two at a time, polls of one second. */
        public static Source of(String queueUrl, String queueArn) {
            return new Source(queueUrl, queueArn, Timing.QUEUE_BATCH, 2, Duration.ofSeconds(1));
        }
    }

    private QueuePump(
            SqsClient sqs, Source source, RequestHandler<SQSEvent, SQSBatchResponse> handler, Invocations invocations) {
        this.sqs = sqs;
        this.source = source;
        this.handler = handler;
        this.invocations = invocations;
        this.batches = new SqsBatches(source.queueArn());
    }

    public static QueuePump start(
            SqsClient sqs, Source source, RequestHandler<SQSEvent, SQSBatchResponse> handler, Invocations invocations) {
        var pump = new QueuePump(sqs, source, handler, invocations);
        for (int n = 0; n < source.parallelism(); n++) {
            pump.threads.execute(pump::run);
        }
        return pump;
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try {
                process(receive());
            } catch (SdkException e) {
                LOG.warn(
                        "The queue of {} did not answer: {}",
                        invocations.function(),
                        e.getClass().getName());
                pause();
            }
        }
    }

    private List<Message> receive() {
        return sqs.receiveMessage(request -> request.queueUrl(source.queueUrl())
                        .maxNumberOfMessages(source.batch())
                        .waitTimeSeconds((int) source.poll().toSeconds())
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private void process(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var failed = invoke(messages);
        var done = messages.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(
                    request -> request.queueUrl(source.queueUrl()).entries(done));
        }
    }

    private Set<String> invoke(List<Message> messages) {
        try {
            var response = handler.handleRequest(batches.event(messages), invocations.next());
            return SqsBatches.failures(messages, response);
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed: {}", invocations.function(), e.getClass().getName());
            return SqsBatches.all(messages);
        }
    }

    private void pause() {
        try {
            var _ = stopped.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    /** Takes no new batch from now on. */
    public void stop() {
        stopped.countDown();
    }

    /** Takes no new batch and waits for those under way. */
    @Override
    public void close() {
        stop();
        threads.close();
    }
}
