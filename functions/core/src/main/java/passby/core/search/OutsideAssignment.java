package passby.core.search;

import java.util.Optional;
import passby.core.id.Coded;

/** For which task force of others the searcher works meanwhile: a closed choice, declared at each search. */
public enum OutsideAssignment implements Coded {
    NONE,
    ATF,
    DEA,
    DHS,
    FBI,
    HIDTA,
    JTTF,
    US_MARSHALS,
    STATE_TASK_FORCE,
    COUNTY_TASK_FORCE;

    public static Optional<OutsideAssignment> parse(String code) {
        return Coded.find(values(), code);
    }
}
