package passby.aws.delivery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.lambda.ClockHandler;
import passby.core.delivery.WatchEntries;

/** Warns authors before their entries end, and enters reviews of entries that nobody made in time. */
public final class WatchEntriesHandler implements ClockHandler {
    private final WatchEntries watchEntries;

    public WatchEntriesHandler(WatchEntries watchEntries) {
        this.watchEntries = watchEntries;
    }

    /** @return how many reviews this run found missed */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        return watchEntries.handle().missed();
    }
}
