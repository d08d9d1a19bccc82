package passby.core.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * That alerts are sent to a person's telephone. It lives until its date; whoever ends it, or loses access, sets the date to
 * that moment, and the purge deletes the row with its number.
 *
 * @param personId who subscribed
 * @param subscriptionId a ULID
 * @param number where alerts go
 * @param filter which alerts
 * @param confirmationCode which that telephone was sent, and which confirms it
 * @param confirmed whether the code came back; no alert goes out before
 * @param expiresAt its date
 */
public record Subscription(
        String personId,
        String subscriptionId,
        PhoneNumber number,
        AlertFilter filter,
        String confirmationCode,
        boolean confirmed,
        Instant expiresAt) {
    /** How long a code can be sent back. */
    public static final Duration CONFIRMATION = Duration.ofMinutes(15);

    /** After which the officer subscribes anew: telephones change hands. */
    public static final Duration LIFE = Duration.ofDays(365);

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    public boolean isReachable(Instant now) {
        return confirmed && isLive(now);
    }

    Subscription confirmed(Instant now) {
        return new Subscription(personId, subscriptionId, number, filter, confirmationCode, true, now.plus(LIFE));
    }

    public Subscription ended(Instant now) {
        return new Subscription(personId, subscriptionId, number, filter, confirmationCode, confirmed, now);
    }

    /** Without the code: whoever reads this in a log could confirm a telephone that is not theirs. */
    @Override
    public String toString() {
        return "Subscription[" + subscriptionId + "]";
    }
}
