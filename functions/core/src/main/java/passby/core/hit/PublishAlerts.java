package passby.core.hit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;

/**
 * Empties the outbox: right after a hit is stored, at each redelivery, and every minute for whatever was left. An alert that
 * does not go out holds up no other.
 */
public final class PublishAlerts {
    /**
     * What a run over the outbox came to.
     *
     * @param published alerts that went out
     * @param failed alerts that stay pending; the next run tries all others before them
     */
    public record Run(int published, int failed) {}

    /** With the topic out of reach every alert fails: a run then ends instead of waiting for each. */
    private static final int MAX_FAILURES = 10;

    private final Hits hits;
    private final Outbox outbox;
    private final Cameras cameras;
    private final Alerts alerts;
    private final AlertLatencies latencies;
    private final Clock clock;

    public PublishAlerts(
            Hits hits, Outbox outbox, Cameras cameras, Alerts alerts, AlertLatencies latencies, Clock clock) {
        this.hits = hits;
        this.outbox = outbox;
        this.cameras = cameras;
        this.alerts = alerts;
        this.latencies = latencies;
        this.clock = clock;
    }

    /**
     * Publishes a hit that was raised a moment ago; its camera was looked at then, and stands in its cautions. Whoever publishes
     * marks it behind that ({@link #markSent}): between the two a crash means one alert twice, never none.
     *
     * @return when it went out
     */
    public Instant publishRaised(Hit hit) {
        alerts.publish(Alert.of(hit, clock.instant()));
        return clock.instant();
    }

    public void markSent(Hit hit, Instant sentAt) {
        outbox.markSent(hit.hitId());
        count(hit, sentAt);
    }

    /** A count that is lost makes a statistic a little worse, and stops nothing. */
    private void count(Hit hit, Instant sentAt) {
        var sighting = hit.sighting();
        try {
            latencies.add(
                    sighting.cameraId(),
                    Duration.between(sighting.capturedAt(), sentAt),
                    Duration.between(sighting.receivedAt(), sentAt),
                    sentAt);
        } catch (RuntimeException e) {
            // The alert is out and marked.
        }
    }

    /** Publishes a hit that nobody has viewed once more, for everybody. */
    void publishToEverybody(Hit hit) {
        alerts.publish(Alert.of(hit, clock.instant()).toEverybody());
    }

    /** Publishes what waited. */
    private void publish(Hit hit) {
        var alert = Alert.of(hit, clock.instant());
        alerts.publish(isCameraBelieved(hit) ? alert : alert.silent());
        markSent(hit, clock.instant());
    }

    /** Looked at again here, because the camera may have been retired, suspended or put in quarantine since the hit was stored. */
    boolean isCameraBelieved(Hit hit) {
        var sighting = hit.sighting();
        return cameras.find(sighting.cameraId())
                .filter(camera -> camera.ownership().isSeen())
                .filter(camera -> !camera.isRetired(clock.instant()))
                .filter(camera -> !camera.isSuspended(sighting.receivedAt()))
                .filter(camera -> !camera.quarantine().isInForce())
                .map(Camera::cameraId)
                .isPresent();
    }

    public Run publishPending() {
        var published = 0;
        var failed = 0;
        for (var hitId : outbox.pending()) {
            if (failed == MAX_FAILURES) {
                break;
            }
            try {
                var hit = hits.find(hitId);
                if (hit.isPresent()) {
                    publish(hit.get());
                    published++;
                }
            } catch (RuntimeException e) {
                // Whatever is wrong with one hit is the next run's, behind all others; the count of failures rings an
                // alarm.
                outbox.postpone(hitId, clock.instant());
                failed++;
            }
        }
        return new Run(published, failed);
    }
}
