package passby.aws.http;

import java.util.Locale;
import passby.core.request.Requirement;

/**
 * Everything that a request can be told instead of what it asked for (RFC 9457). Clients branch on the type, which never
 * changes; titles and details are for people. The type's host is a reserved name (RFC 2606): it identifies, it does not
 * resolve.
 */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not a valid JSON object"),
    UNAUTHENTICATED(401, "A valid token is required"),
    FORBIDDEN(403, "The access policies do not permit this"),
    SECOND_FACTOR_NOT_FRESH(403, "The second factor is not recent enough"),
    OWN_ACCESS(403, "Nobody changes their own access"),
    NOT_YOURS_TO_GRANT(403, "This access is not yours to grant"),
    NOT_FOUND(404, "The resource does not exist, or its retention has ended"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed on this path"),
    CONFLICT(409, "The resource is not in the required state"),
    PICTURE_NOT_SEEN(409, "The picture has not been streamed to you"),
    NOT_INDEPENDENT(409, "Another person in another role must decide"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
    INVALID(422, "Some fields are missing or invalid"),
    TOO_LATE(422, "Captured too long ago to be stored"),
    TOO_MANY_REQUESTS(429, "The limit for this hour or minute is reached"),
    INTERNAL(500, "Internal error"),
    UNAVAILABLE(503, "Temporarily unavailable"),
    CAPTURE_OFF(503, "The city has switched capture off");

    private static final String BASE = "https://passby.example/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The problem of a requirement that was not met. */
    static ProblemType of(Requirement unmet) {
        return switch (unmet) {
            case PICTURE_SEEN -> PICTURE_NOT_SEEN;
            case INDEPENDENT_PERSON -> NOT_INDEPENDENT;
            case FRESH_SECOND_FACTOR -> SECOND_FACTOR_NOT_FRESH;
            case ANOTHER_PERSON -> OWN_ACCESS;
            case GRANTING_ROLE -> NOT_YOURS_TO_GRANT;
        };
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Such as {@code https://passby.example/problems/too-late}. */
    public String uri() {
        return BASE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
