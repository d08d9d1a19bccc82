package passby.core.search;

import java.util.Optional;
import passby.core.id.Coded;

/** On what ground a search is made. */
public enum LegalBasis implements Coded {
    WARRANT,
    COURT_ORDER,
    PROBABLE_CAUSE,
    REASONABLE_SUSPICION,
    EXIGENT_CIRCUMSTANCES,
    CALL_FOR_SERVICE,
    MISSING_OR_ENDANGERED_PERSON;

    /** Whether a court gave it and it has a number. */
    public boolean isOfCourt() {
        return this == WARRANT || this == COURT_ORDER;
    }

    public static Optional<LegalBasis> parse(String code) {
        return Coded.find(values(), code);
    }
}
