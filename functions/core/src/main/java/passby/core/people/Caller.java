package passby.core.people;

import java.time.Instant;

/**
 * The person behind one request, as found at that request.
 *
 * @param person the account
 * @param sessionId the sign-in
 * @param signedInAt when the second factor was last shown
 * @param device what the client says it is, at most 200 characters
 */
public record Caller(Person person, String sessionId, Instant signedInAt, String device) {}
