package passby.aws.sealing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.function.Supplier;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.sealing.PublishLog;
import passby.core.sealing.SealLedger;
import passby.core.transparency.PublishDataSet;

/** Seals what waits, every minute, and keeps the public copy with the data set that is made from it. */
public final class SealLedgerHandler implements ClockHandler {
    private final Supplier<SealLedger> sealLedger;
    private final Supplier<PublishLog> publishLog;
    private final Supplier<PublishDataSet> publishDataSet;
    private final Metrics metrics;

    /** @param sealLedger made anew for each run: it asks for the log's key, which a snapshot must not hold */
    public SealLedgerHandler(
            Supplier<SealLedger> sealLedger,
            Supplier<PublishLog> publishLog,
            Supplier<PublishDataSet> publishDataSet,
            Metrics metrics) {
        this.sealLedger = sealLedger;
        this.publishLog = publishLog;
        this.publishDataSet = publishDataSet;
        this.metrics = metrics;
    }

    /** @return how many entries were sealed */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        try {
            var sealed = sealLedger.get().handle();
            metrics.put(Metric.SEALING_LAG, sealed.lag().toSeconds());
            metrics.put(Metric.SEALING_REFUSED, sealed.refused());
            return Math.toIntExact(sealed.added());
        } finally {
            // The copy is of what was sealed before: it does not wait for this minute's.
            publishLog.get().handle();
            publishDataSet.get().handle();
        }
    }
}
