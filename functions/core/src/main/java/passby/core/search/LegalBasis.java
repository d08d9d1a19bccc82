package passby.core.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what ground a search is made. */
public enum LegalBasis {
    WARRANT,
    COURT_ORDER,
    PROBABLE_CAUSE,
    REASONABLE_SUSPICION,
    EXIGENT_CIRCUMSTANCES,
    CALL_FOR_SERVICE,
    MISSING_OR_ENDANGERED_PERSON;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LegalBasis> parse(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
