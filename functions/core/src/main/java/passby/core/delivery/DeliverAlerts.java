package passby.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import passby.core.hit.Alert;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Role;

/**
 * Sends an alert to everybody of an audience who subscribed to it, and to each once however often the queue delivers it. One of
 * the city's own entry goes to the subscribed officers of the shift too, whatever they chose.
 * Whether an officer may still work is looked up at each alert, so that nobody who was revoked hears of a hit.
 */
public final class DeliverAlerts {
    /** Each has a queue of its own, so that a system that is away for an hour keeps no officer waiting. */
    public enum Audience {
        OFFICERS,
        SYSTEMS
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
    public record Delivery(int sent, int refused, int failed) {}

    private final Recipients recipients;
    private final People people;
    private final Shifts shifts;
    private final Channels channels;
    private final EndsGoneAddresses gone;
    private final Audience audience;
    private final Clock clock;

    public DeliverAlerts(
            Recipients recipients,
            People people,
            Shifts shifts,
            Channels channels,
            EndsGoneAddresses gone,
            Audience audience,
            Clock clock) {
        this.recipients = recipients;
        this.people = people;
        this.shifts = shifts;
        this.channels = channels;
        this.gone = gone;
        this.audience = audience;
        this.clock = clock;
    }

    /** A message that fails holds up no other: it is tried again when the queue brings the alert back. */
    public Delivery handle(Alert alert) {
        var sent = 0;
        var refused = 0;
        var failed = 0;
        for (var subscription : recipients.confirmed()) {
            if (!isFor(alert, subscription)) {
                continue;
            }
            try {
                switch (send(alert, subscription)) {
                    case SENT -> sent++;
                    case REFUSED, GONE -> refused++;
                    case FAILED -> failed++;
                }
            } catch (RuntimeException e) {
                // An address may be in the message of the exception, so nothing of it is kept; the count is.
                failed++;
            }
        }
        return new Delivery(sent, refused, failed);
    }

    private boolean isFor(Alert alert, Subscription subscription) {
        var now = clock.instant();
        return subscription.isOfCity() == (audience == Audience.SYSTEMS)
                && subscription.isReachable(now)
                && (subscription.filter().accepts(alert, now) || isOfTheShift(alert, subscription, now))
                && (subscription.isOfCity() || mayWork(subscription.personId()))
                && !recipients.hasReceived(subscription, alert);
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
