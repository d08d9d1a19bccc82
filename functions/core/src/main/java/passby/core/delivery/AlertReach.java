package passby.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import passby.core.ledger.Watermarks;

/**
 * Whether an alert reaches anybody at all: looked at every minute by a function that may see subscriptions, and told by the
 * city's public health, which may not. A city is unreached until one subscription is confirmed, and again when the last alert
 * reached nobody: a webhook that has answered 500 for an hour is no reach, nor is a telephone whose owner answered STOP.
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
        var confirmed = recipients.confirmed();
        var reached = Arrays.stream(DeliverAlerts.Audience.values())
                .mapToInt(audience -> reached(audience, confirmed))
                .sum();
        if (reached > 0) {
            watermarks.advance(WATERMARK, clock.instant());
        }
        return reached;
    }

    private int reached(DeliverAlerts.Audience audience, List<Subscription> confirmed) {
        var now = clock.instant();
        var reachable = confirmed.stream()
                .filter(subscription -> audience.holds(subscription) && subscription.isReachable(now))
                .toList();
        if (reachable.isEmpty()) {
            return 0;
        }
        var reachedNobodyAt = reachedNobodyAt(audience);
        return (int) reachable.stream()
                .filter(subscription -> reachedNobodyAt
                        .filter(at -> !subscription.confirmedAt().isAfter(at))
                        .isEmpty())
                .count();
    }

    /** When an alert last reached nobody of that audience; empty where one has reached somebody since. */
    private Optional<Instant> reachedNobodyAt(DeliverAlerts.Audience audience) {
        return watermarks
                .find(failed(audience))
                .filter(at -> watermarks
                        .find(reached(audience))
                        .filter(since -> !since.isBefore(at))
                        .isEmpty());
    }

    /**
     * Remembers what came of an alert. A mark that is lost makes the health a little worse, and brings no alert back.
     *
     * @param reached whether anybody of the audience has it
     */
    void delivered(DeliverAlerts.Audience audience, boolean reached) {
        try {
            watermarks.advance(reached ? reached(audience) : failed(audience), clock.instant());
        } catch (RuntimeException e) {
            // The alert is on its way, and the next one tells.
        }
    }

    private static String reached(DeliverAlerts.Audience audience) {
        return "alerts-reached-" + audience.code();
    }

    private static String failed(DeliverAlerts.Audience audience) {
        return "alerts-failed-" + audience.code();
    }

    public boolean isReached() {
        return watermarks
                .find(WATERMARK)
                .filter(seen -> clock.instant().isBefore(seen.plus(BELIEVED)))
                .isPresent();
    }
}
