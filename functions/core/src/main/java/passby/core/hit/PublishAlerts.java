package passby.core.hit;

/** Empties the outbox: right after a hit is stored, at each redelivery, and every minute for whatever was left. */
public final class PublishAlerts {
    private final Hits hits;
    private final Outbox outbox;
    private final Alerts alerts;

    public PublishAlerts(Hits hits, Outbox outbox, Alerts alerts) {
        this.hits = hits;
        this.outbox = outbox;
        this.alerts = alerts;
    }

    /** Publishes, then marks: between the two a crash means one alert twice, never none. */
    public void publish(Hit hit) {
        alerts.publish(Alert.of(hit));
        outbox.markSent(hit.hitId());
    }

    /** @return how many were published */
    public int publishPending() {
        var published = 0;
        for (var hitId : outbox.pending()) {
            var hit = hits.find(hitId);
            if (hit.isPresent()) {
                publish(hit.get());
                published++;
            }
        }
        return published;
    }
}
