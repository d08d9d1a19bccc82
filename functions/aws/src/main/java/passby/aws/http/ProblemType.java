package passby.aws.http;

import java.util.Locale;

/**
 * Everything that a request can be told instead of what it asked for (RFC 9457). Clients branch on the type, which never
 * changes; titles and details are for people. The type's host is a reserved name (RFC 2606): it identifies, it does not
 * resolve.
 */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not a JSON object as this city reads them"),
    UNAUTHENTICATED(401, "A valid token is required"),
    FORBIDDEN(403, "The access policies refuse this"),
    SECOND_FACTOR_NOT_FRESH(403, "The second factor was shown too long ago"),
    NOT_FOUND(404, "There is no such thing, or its retention is over"),
    METHOD_NOT_ALLOWED(405, "This path has other methods"),
    CONFLICT(409, "It is not, or no longer, in the state that this needs"),
    PICTURE_NOT_SEEN(409, "The picture was never streamed to you"),
    NOT_INDEPENDENT(409, "Another person in another role has to decide"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
    INVALID(422, "Some fields are missing or wrong"),
    TOO_LATE(422, "Captured too long ago to be kept"),
    TOO_MANY_REQUESTS(429, "The bound of this hour or minute is reached"),
    INTERNAL(500, "Something is broken on our side"),
    UNAVAILABLE(503, "Not now"),
    CAPTURE_OFF(503, "The city has switched capture off");

    private static final String BASE = "https://passby.example/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
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
