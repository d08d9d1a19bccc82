package passby.core.delivery;

import java.time.Instant;
import java.util.Optional;

/** Who is on duty. Asked only about alerts of the city's own entries. */
public interface Shifts {
    /** Empty where nobody entered the person's hours, or they are over. */
    Optional<Boolean> isOnDuty(String personId, Instant at);
}
