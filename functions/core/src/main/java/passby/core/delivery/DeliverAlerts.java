package passby.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import passby.core.hit.Alert;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Role;

/**
 * Sends an alert to everybody of an audience who subscribed to it, and to each once however often the queue delivers it. One of
 * the city's own entry goes to the subscribed officers of the shift too, whatever they chose.
 * Whether an officer may still work is looked up at each alert, so that nobody who was revoked hears of a hit. Messages go out
 * side by side: an address that is slow, or never answers, keeps no other waiting.
 */
public final class DeliverAlerts {
    /** Each has a queue of its own, so that a system that is away for an hour keeps no officer waiting. */
    public enum Audience {
        OFFICERS,
        SYSTEMS;

        boolean holds(Subscription subscription) {
            return subscription.isOfCity() == (this == SYSTEMS);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Longer than the queue ever keeps an alert. */
    static final Duration MARKED = Duration.ofDays(5);

    /**
     * What a delivery came to.
     *
     * @param sent messages that went out now
     * @param refused addresses that want no messages, or are no more
     * @param failed messages that may go out at the next try
     */
    public record Delivery(int sent, int refused, int failed) {
        private static final Delivery NONE = new Delivery(0, 0, 0);

        private Delivery plus(Delivery other) {
            return new Delivery(sent + other.sent, refused + other.refused, failed + other.failed);
        }
    }

    /**
     * What became of one subscription.
     *
     * @param reached whether it has the alert, now or from an earlier try
     */
    private record Attempt(boolean reached, Delivery delivery) {
        static final Attempt NONE = new Attempt(false, Delivery.NONE);
        static final Attempt EARLIER = new Attempt(true, Delivery.NONE);
        static final Attempt FAILED = new Attempt(false, new Delivery(0, 0, 1));

        static Attempt of(Sending sending) {
            return switch (sending) {
                case SENT -> new Attempt(true, new Delivery(1, 0, 0));
                case REFUSED, GONE -> new Attempt(false, new Delivery(0, 1, 0));
                case FAILED -> FAILED;
            };
        }
    }

    private final Recipients recipients;
    private final People people;
    private final Shifts shifts;
    private final Channels channels;
    private final EndsGoneAddresses gone;
    private final AlertReach reach;
    private final Audience audience;
    private final Executor threads;
    private final Clock clock;

    /** @param threads runs as many messages side by side as it has threads */
    public DeliverAlerts(
            Recipients recipients,
            People people,
            Shifts shifts,
            Channels channels,
            EndsGoneAddresses gone,
            AlertReach reach,
            Audience audience,
            Executor threads,
            Clock clock) {
        this.recipients = recipients;
        this.people = people;
        this.shifts = shifts;
        this.channels = channels;
        this.gone = gone;
        this.reach = reach;
        this.audience = audience;
        this.threads = threads;
        this.clock = clock;
    }

    /** A message that fails holds up no other: it is tried again when the queue brings the alert back. */
    public Delivery handle(Alert alert) {
        var attempts = deliverToAll(alert);
        var delivery = attempts.stream().map(Attempt::delivery).reduce(Delivery.NONE, Delivery::plus);
        var reached = attempts.stream().anyMatch(Attempt::reached);
        if (reached || delivery.failed() + delivery.refused() > 0) {
            reach.delivered(audience, reached);
        }
        return delivery;
    }

    /** Waits until every message has gone out or failed, so that nothing still runs when the invocation ends. */
    private List<Attempt> deliverToAll(Alert alert) {
        var running = recipients.confirmed().stream()
                .map(subscription -> CompletableFuture.supplyAsync(() -> deliver(alert, subscription), threads))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private Attempt deliver(Alert alert, Subscription subscription) {
        try {
            if (!isFor(alert, subscription)) {
                return Attempt.NONE;
            }
            return recipients.hasReceived(subscription, alert)
                    ? Attempt.EARLIER
                    : Attempt.of(send(alert, subscription));
        } catch (RuntimeException e) {
            // An address may be in the message of the exception, so nothing of it is kept; the count is.
            return Attempt.FAILED;
        }
    }

    private boolean isFor(Alert alert, Subscription subscription) {
        var now = clock.instant();
        return audience.holds(subscription)
                && subscription.isReachable(now)
                && (subscription.filter().accepts(alert, now) || isOfTheShift(alert, subscription, now))
                && (subscription.isOfCity() || mayWork(subscription.personId()));
    }

    private boolean isOfTheShift(Alert alert, Subscription subscription, Instant now) {
        return alert.own()
                && !subscription.isOfCity()
                && subscription.filter().acceptsForTheShift(alert, now, shifts.isOnDuty(subscription.personId(), now));
    }

    private boolean mayWork(String personId) {
        return people.find(personId).filter(this::mayWork).isPresent();
    }

    private boolean mayWork(Person person) {
        var now = clock.instant();
        return person.active()
                && person.roles().contains(Role.OPERATOR)
                && person.isTrained(now)
                && person.hasAcknowledged(now);
    }

    /** Sends, then marks: a crash between the two means one message twice, never none. */
    private Sending send(Alert alert, Subscription subscription) {
        var sending = channels.send(subscription, new Notice.OfHit(alert));
        switch (sending) {
            case SENT, REFUSED ->
                recipients.markReceived(subscription, alert, clock.instant().plus(MARKED));
            case GONE -> gone.end(subscription);
            case FAILED -> {}
        }
        return sending;
    }
}
