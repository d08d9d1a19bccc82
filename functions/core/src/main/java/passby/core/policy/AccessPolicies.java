package passby.core.policy;

import java.time.Instant;
import java.util.List;
import passby.core.people.Caller;

/** The policies that a council can read. Deny by default; what is not permitted is refused. */
public interface AccessPolicies {
    /** What the policies say of one request. */
    sealed interface Decision {
        record Permitted() implements Decision {}

        /** @param reasons one sentence each, for the person refused: what is missing, or which rule forbids it */
        record Denied(List<String> reasons) implements Decision {
            public Denied {
                reasons = List.copyOf(reasons);
            }
        }
    }

    Decision decide(Action action, Caller caller, Instant now);
}
