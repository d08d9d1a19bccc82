package passby.core.request;

import java.time.Instant;

/** What somebody asked for and a second person decides: a row that is revised with each step. */
public interface StoredRequest {
    /** A ULID of the moment of asking. */
    String requestId();

    Instant requestedAt();

    /** 1 upwards. */
    int revision();
}
