package passby.core.policy;

import java.util.Optional;
import passby.core.id.Coded;

/**
 * Whether the city's cameras are read at all. One person switches them off and it counts at once; two people in two roles
 * switch them on again. A deployment never changes it.
 */
public enum CaptureSwitch implements Coded {
    ON,
    /** No camera gets a URL, and no uploaded frame is processed. */
    OFF;

    public static Optional<CaptureSwitch> parse(String word) {
        return Coded.find(values(), word);
    }
}
