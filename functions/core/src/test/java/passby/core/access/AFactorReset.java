package passby.core.access;

import java.time.Instant;
import passby.core.testing.TestData;

/** Makes requests for a new second factor. */
public final class AFactorReset {
    private AFactorReset() {}

    public static FactorReset pending(String requestId, String personId, String askedBy) {
        return pending(requestId, personId, askedBy, TestData.NOW);
    }

    static FactorReset pending(String requestId, String personId, String askedBy, Instant at) {
        return new FactorReset(
                requestId,
                personId,
                askedBy,
                "Lost telephone",
                at,
                "entry-of-" + requestId,
                FactorReset.State.PENDING,
                null,
                1);
    }
}
