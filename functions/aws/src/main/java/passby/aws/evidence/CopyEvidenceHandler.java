package passby.aws.evidence;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Clock;
import java.time.Duration;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.evidence.CopyEvidence;

/** Copies held reads, every minute. */
public final class CopyEvidenceHandler implements ClockHandler {
    /** A read that is begun then is done before the function's time is over, masking included. */
    private static final Duration LONGEST = Duration.ofSeconds(35);

    private final CopyEvidence copy;
    private final Metrics metrics;
    private final Clock clock;

    public CopyEvidenceHandler(CopyEvidence copy, Metrics metrics, Clock clock) {
        this.copy = copy;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return how many reads were copied */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var run = copy.handle(clock.instant().plus(LONGEST));
        metrics.put(Metric.EVIDENCE_WAITS, run.waits().toSeconds());
        return run.copied();
    }
}
