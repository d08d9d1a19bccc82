package passby.core.sharing;

import java.util.List;
import passby.core.policy.StateProfile;

/** The policies that say who may be given reads at all, for a council to read. Deny by default. */
public interface SharingPolicies {
    /** What the policies say of one requester. */
    sealed interface Verdict {
        record Permitted() implements Verdict {}

        /** @param rules that refuse, each by its name and with a sentence; at least one */
        record Refused(List<String> rules) implements Verdict {
            public Refused {
                rules = List.copyOf(rules);
            }
        }
    }

    /** @param profile of the city that is asked */
    Verdict judge(OutsideRequester requester, StateProfile profile);
}
