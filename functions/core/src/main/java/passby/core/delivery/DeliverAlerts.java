package passby.core.delivery;

import java.time.Clock;
import java.time.Duration;
import passby.core.hit.Alert;
import passby.core.people.People;
import passby.core.people.Person;
import passby.core.people.Role;

/**
 * Sends an alert to every officer who subscribed to it, and to each once however often the queue delivers it. Whether the
 * officer may still work is looked up at each alert, so that nobody who was revoked hears of a hit.
 */
public final class DeliverAlerts {
    /** Longer than the queue ever keeps an alert. */
    static final Duration MARKED = Duration.ofDays(5);

    /**
     * What a delivery came to.
     *
     * @param sent messages that went out now
     * @param refused numbers that want no messages
     * @param failed messages that may go out at the next try
     */
    public record Delivery(int sent, int refused, int failed) {}

    private final Recipients recipients;
    private final People people;
    private final TextMessages texts;
    private final Clock clock;

    public DeliverAlerts(Recipients recipients, People people, TextMessages texts, Clock clock) {
        this.recipients = recipients;
        this.people = people;
        this.texts = texts;
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
                    case REFUSED -> refused++;
                }
            } catch (RuntimeException e) {
                // Its number may be in the message of the exception, so nothing of it is kept; the count is.
                failed++;
            }
        }
        return new Delivery(sent, refused, failed);
    }

    private boolean isFor(Alert alert, Subscription subscription) {
        var now = clock.instant();
        return subscription.isReachable(now)
                && subscription.filter().accepts(alert, now)
                && people.find(subscription.personId())
                        .filter(person -> mayWork(person))
                        .isPresent()
                && !recipients.hasReceived(subscription, alert);
    }

    private boolean mayWork(Person person) {
        var now = clock.instant();
        return person.active()
                && person.roles().contains(Role.OPERATOR)
                && person.isTrained(now)
                && person.hasAcknowledged(now);
    }

    /** Sends, then marks: a crash between the two means one message twice, never none. */
    private TextMessages.Sending send(Alert alert, Subscription subscription) {
        var sending = texts.send(subscription.number(), text(alert));
        recipients.markReceived(subscription, alert, clock.instant().plus(MARKED));
        return sending;
    }

    /** Carriers read it and it stands on a lock screen: category, zone and short code, never a plate or a link. (D1) */
    static String text(Alert alert) {
        return "Passby: " + alert.category().code() + ", zone " + alert.zone() + ", code "
                + alert.hitId().shortCode() + ". " + alert.text();
    }
}
