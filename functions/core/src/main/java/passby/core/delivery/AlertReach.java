package passby.core.delivery;

import java.time.Clock;
import java.time.Duration;
import passby.core.ledger.Watermarks;

/**
 * Whether an alert reaches anybody at all: looked at every minute by a function that may see subscriptions, and told by the
 * city's public health, which may not. A city is unreached until one subscription is confirmed.
 */
public final class AlertReach {
    static final String WATERMARK = "alerts-reach-somebody";

    /** Two looks may fail before the city counts as unreached. */
    static final Duration BELIEVED = Duration.ofMinutes(3);

    private final Watermarks watermarks;
    private final Clock clock;

    public AlertReach(Watermarks watermarks, Clock clock) {
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /**
     * Looks now.
     *
     * @return how many subscriptions would get an alert
     */
    public int look(Recipients recipients) {
        var now = clock.instant();
        var reached = (int) recipients.confirmed().stream()
                .filter(subscription -> subscription.isReachable(now))
                .count();
        if (reached > 0) {
            watermarks.advance(WATERMARK, now);
        }
        return reached;
    }

    public boolean isReached() {
        return watermarks
                .find(WATERMARK)
                .filter(seen -> clock.instant().isBefore(seen.plus(BELIEVED)))
                .isPresent();
    }
}
