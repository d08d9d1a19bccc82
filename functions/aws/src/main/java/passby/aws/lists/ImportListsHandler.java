package passby.aws.lists;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.api.Metric;
import passby.aws.json.Failure;
import passby.aws.lambda.MessageVisibility;
import passby.aws.lambda.QueueHandler;
import passby.aws.measure.Metrics;
import passby.core.lists.ImportAnswer;
import passby.core.lists.ImportTiming;
import passby.core.lists.ImportUploadedFile;

/**
 * Imports the file that a message of the queue tells of. What is not over when the run ends, or finds another import of its list
 * at work, goes back to the queue and comes again soon; what fails comes again as the queue says.
 */
public final class ImportListsHandler implements QueueHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ImportListsHandler.class);

    private final ImportUploadedFile importFile;
    private final MessageVisibility visibility;
    private final Metrics metrics;
    private final Clock clock;

    public ImportListsHandler(
            ImportUploadedFile importFile, MessageVisibility visibility, Metrics metrics, Clock clock) {
        this.importFile = importFile;
        this.visibility = visibility;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var until = clock.instant()
                .plus(Duration.ofMillis(context.getRemainingTimeInMillis()))
                .minus(ImportTiming.STOPS_BEFORE);
        var failures = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (!isDone(message, until)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean isDone(SQSMessage message, Instant until) {
        try {
            var done = true;
            for (var file : FeedEvents.parse(message.getBody())) {
                done &= importFile
                        .handle(file.source(), file.sha256(), until)
                        .map(this::isDone)
                        .orElse(true);
            }
            if (!done) {
                visibility.comeBack(message, ImportTiming.COMES_BACK);
            }
            return done;
        } catch (RuntimeException e) {
            LOG.error("A list goes back to the queue: {}", Failure.describe(e));
            return false;
        }
    }

    private boolean isDone(ImportAnswer answer) {
        return switch (answer) {
            case ImportAnswer.Imported(var receipt, var _) -> {
                LOG.info("A list has version {}: {} entries", receipt.version(), receipt.entries());
                yield true;
            }
            case ImportAnswer.Aborted(var reason, var _, var _) -> notImported(reason.code());
            case ImportAnswer.Refused(var reason, var _) -> notImported(reason.code());
            case ImportAnswer.Paused(var written) -> {
                LOG.info("An import goes on in the next run: {} rows are written", written);
                yield false;
            }
            case ImportAnswer.Busy(var version, var until) -> {
                LOG.info("Another import makes version {}, and holds the list until {}", version, until);
                yield false;
            }
        };
    }

    /** The list grows older meanwhile, and stops alerting in the end: somebody must look. */
    private boolean notImported(String reason) {
        LOG.warn("A file of a list was not imported: {}", reason);
        metrics.put(Metric.LIST_FILES_REFUSED, 1);
        return true;
    }
}
