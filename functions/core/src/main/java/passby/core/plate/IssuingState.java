package passby.core.plate;

import java.util.regex.Pattern;

/** The state that issued a plate; unknown is an answer of its own and never a match. */
public sealed interface IssuingState {
    /**
     * @param code two letters: a US state's postal code, or an ISO 3166-1 country for plates from elsewhere
     * @param confidence of the state alone
     */
    record Issued(String code, Confidence confidence) implements IssuingState {
        public Issued {
            if (!CODE.matcher(code).matches()) {
                throw new IllegalArgumentException("a state is two letters");
            }
        }
    }

    record Unknown() implements IssuingState {}

    /** Two letters, whoever names the state. */
    Pattern CODE = Pattern.compile("[A-Z]{2}");

    IssuingState UNKNOWN = new Unknown();
}
