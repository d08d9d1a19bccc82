package passby.aws.http;

/**
 * Who signs people's access tokens.
 *
 * @param uri its {@code iss}, to the letter
 * @param audience that tokens must be made for; Amazon Cognito says it in {@code client_id} of access tokens
 * @param enforcesSecondFactor whether it lets nobody in without one, as the stack's own pool does; else every token must
 *     say so itself in {@code amr}
 */
public record Issuer(String uri, String audience, boolean enforcesSecondFactor) {}
