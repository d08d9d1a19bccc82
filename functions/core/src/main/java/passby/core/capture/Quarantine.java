package passby.core.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a camera's plates are misread too often for its alerts to be pushed (product.md, B7).
 *
 * @param since when the misreads went over the limit; null while nothing is wrong
 * @param clearedAt when somebody last ended a quarantine: what was labelled until the end of that day speaks of the camera as it was
 *     before; null when it never was in one
 */
public record Quarantine(@Nullable Instant since, @Nullable Instant clearedAt) {
    public static final Quarantine NONE = new Quarantine(null, null);

    public boolean isInForce() {
        return since != null;
    }

    Quarantine begun(Instant at) {
        return new Quarantine(at, clearedAt);
    }

    Quarantine cleared(Instant at) {
        return new Quarantine(null, at);
    }
}
