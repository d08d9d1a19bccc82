package passby.core.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * That alerts are sent to a person's telephone or browser, or to a system of the city's. It lives until its date; whoever ends it, or
 * loses access, sets the date to that moment, and the purge deletes the row with its address. A system's stays when the
 * Program Manager who subscribed it leaves: the shift relies on it.
 *
 * @param personId whose it is: {@link #CITY} for a system of the city's
 * @param subscriptionId a ULID
 * @param address where alerts go
 * @param filter which alerts
 * @param confirmationCode which that address was sent, and which confirms it
 * @param confirmed whether the code came back; no alert goes out before
 * @param expiresAt its date
 */
public record Subscription(
        String personId,
        String subscriptionId,
        Address address,
        AlertFilter filter,
        String confirmationCode,
        boolean confirmed,
        Instant expiresAt) {
    /** In the place of a person; no person's id has such a character. */
    public static final String CITY = "#city";

    /** How long a code can be sent back. */
    public static final Duration CONFIRMATION = Duration.ofMinutes(15);

    /** After which the officer subscribes anew: telephones and browsers change hands. */
    public static final Duration LIFE = Duration.ofDays(365);

    public boolean isOfCity() {
        return personId.equals(CITY);
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    public boolean isReachable(Instant now) {
        return confirmed && isLive(now);
    }

    /** When its code came back, which showed that messages arrive. Of one that is confirmed and not ended. */
    Instant confirmedAt() {
        return expiresAt.minus(LIFE);
    }

    Subscription confirmed(Instant now) {
        return new Subscription(personId, subscriptionId, address, filter, confirmationCode, true, now.plus(LIFE));
    }

    public Subscription ended(Instant now) {
        return new Subscription(personId, subscriptionId, address, filter, confirmationCode, confirmed, now);
    }

    /** Without the code: whoever reads this in a log could confirm a telephone that is not theirs. */
    @Override
    public String toString() {
        return "Subscription[" + subscriptionId + "]";
    }
}
