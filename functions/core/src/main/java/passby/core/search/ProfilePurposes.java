package passby.core.search;

import java.util.Optional;
import java.util.Set;
import passby.core.policy.StateProfile;

/**
 * What a state's law asks of a search beyond the closed lists of offences and legal bases. Only laws whose words name the
 * ground of a search are here; docs/profiles.md says what the others ask for. Not legal advice.
 */
final class ProfilePurposes {
    private static final Set<Offence> VIRGINIA_PEOPLE = Set.of(
            Offence.MISSING_PERSON,
            Offence.ENDANGERED_PERSON,
            Offence.AMBER_ALERT,
            Offence.SILVER_ALERT,
            Offence.HUMAN_TRAFFICKING_SEX,
            Offence.HUMAN_TRAFFICKING_SERVITUDE);

    private static final Set<LegalBasis> VIRGINIA_SUSPICION = Set.of(
            LegalBasis.WARRANT, LegalBasis.COURT_ORDER, LegalBasis.PROBABLE_CAUSE, LegalBasis.REASONABLE_SUSPICION);

    private static final String VIRGINIA = "in Virginia, reasonable suspicion of a crime or more, unless a missing or"
            + " endangered person or human trafficking is searched for (Code of Virginia 2.2-5517)";

    private ProfilePurposes() {}

    /** What is expected in place of that legal basis; empty where the state's law does not stand against it. */
    static Optional<String> expected(StateProfile profile, Offence offence, LegalBasis basis) {
        return switch (profile) {
            case VA ->
                VIRGINIA_PEOPLE.contains(offence) || VIRGINIA_SUSPICION.contains(basis)
                        ? Optional.empty()
                        : Optional.of(VIRGINIA);
            case DEFAULT, AR, CA, CT, IL, MA, ME, MN, NC, NH, NJ, OR, TN, UT, WA -> Optional.empty();
        };
    }
}
