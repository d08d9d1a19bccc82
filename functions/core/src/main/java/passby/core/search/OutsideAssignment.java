package passby.core.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For which task force of others the searcher works meanwhile: a closed choice, declared at each search. */
public enum OutsideAssignment {
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

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OutsideAssignment> parse(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
