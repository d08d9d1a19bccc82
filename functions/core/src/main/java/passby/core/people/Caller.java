package passby.core.people;

import java.time.Duration;
import java.time.Instant;

/**
 * The person behind one request, as found at that request.
 *
 * @param person the account
 * @param sessionId the sign-in
 * @param signedInAt when the second factor was last shown
 * @param device what the client says it is, at most 200 characters
 */
public record Caller(Person person, String sessionId, Instant signedInAt, String device) {
    /** How long a second factor counts as shown just now (data.md, "Tokens"). */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** The same request while the policy of that hash is in force. */
    public Caller under(String policyHash) {
        return new Caller(person.under(policyHash), sessionId, signedInAt, device);
    }

    /** Whether the second factor was shown so lately that the person may bind the city. */
    public boolean hasFreshSecondFactor(Instant now) {
        return now.isBefore(signedInAt.plus(FRESH)) && !signedInAt.isAfter(now.plus(CLOCK_SKEW));
    }
}
