package passby.aws.review;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import passby.aws.api.Metric;
import passby.aws.lambda.ClockHandler;
import passby.aws.measure.Metrics;
import passby.core.review.WatchReviews;

/** Enters each week that had no approved review in time. */
public final class WatchReviewsHandler implements ClockHandler {
    private final WatchReviews watchReviews;
    private final Metrics metrics;

    public WatchReviewsHandler(WatchReviews watchReviews, Metrics metrics) {
        this.watchReviews = watchReviews;
        this.metrics = metrics;
    }

    /** @return how many weeks were missed; an alarm watches it */
    @Override
    public Integer handleRequest(ScheduledEvent event, Context context) {
        var missed = watchReviews.handle();
        metrics.put(Metric.REVIEWS_MISSED, missed);
        return missed;
    }
}
