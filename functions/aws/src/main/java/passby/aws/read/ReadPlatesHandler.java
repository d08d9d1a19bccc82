package passby.aws.read;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.api.Metric;
import passby.aws.json.Failure;
import passby.aws.lambda.QueueHandler;
import passby.aws.measure.Metrics;
import passby.core.hit.Hit;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.read.Processed;
import passby.core.read.ReceivedFrame;

/**
 * Takes S3's messages from the queue to {@link passby.core.read.ReadPlates}. Only what may succeed later goes back to the
 * queue; a message that tells of no frame is counted and done, and no message harms its neighbours in the batch.
 */
public final class ReadPlatesHandler implements QueueHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPlatesHandler.class);

    private final Function<ReceivedFrame, Processed> readPlates;
    private final Counters counters;
    private final Metrics metrics;
    private final RetryPace pace;
    private final Clock clock;

    public ReadPlatesHandler(
            Function<ReceivedFrame, Processed> readPlates,
            Counters counters,
            Metrics metrics,
            RetryPace pace,
            Clock clock) {
        this.readPlates = readPlates;
        this.counters = counters;
        this.metrics = metrics;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failures = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            pace.received(message);
            if (!isDone(S3EventMessage.parse(message.getBody()))) {
                pace.failed(message);
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean isDone(S3EventMessage message) {
        var done = message.malformed() == 0 || succeeds(() -> count(message.malformed()));
        for (var frame : message.frames()) {
            done &= succeeds(() -> isDone(measured(readPlates.apply(frame))));
        }
        return done;
    }

    private Processed measured(Processed processed) {
        processed.counted().map(Metric::of).orElse(List.of()).forEach(metric -> metrics.put(metric, 1));
        if (processed instanceof Processed.Done done) {
            done.hits().forEach(this::measureAlert);
        }
        return processed;
    }

    /** Its alert went out with the frame. */
    private void measureAlert(Hit hit) {
        var now = clock.instant();
        var sighting = hit.sighting();
        metrics.put(
                Metric.CAPTURE_TO_ALERT,
                Duration.between(sighting.capturedAt(), now).toMillis());
        metrics.put(
                Metric.UPLOAD_TO_ALERT,
                Duration.between(sighting.receivedAt(), now).toMillis());
    }

    private boolean count(int malformed) {
        counters.add(Count.FRAME_MALFORMED_EVENT, malformed, clock.instant());
        return true;
    }

    private static boolean isDone(Processed processed) {
        if (processed instanceof Processed.Retry(var why)) {
            LOG.warn("A frame goes back to the queue: {}", why);
            return false;
        }
        return true;
    }

    /** Whatever breaks belongs to one frame: the queue brings it back, and in the end to the dead letters. */
    private static boolean succeeds(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.error("A frame goes back to the queue: {}", Failure.describe(e));
            return false;
        }
    }
}
