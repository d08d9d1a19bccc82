package passby.local.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import passby.core.search.Offence;

/**
 * Why somebody asks.
 *
 * @param name for the matrix
 * @param offenceCode of the closed list
 * @param narrative what the reason rules judge
 */
public record StatedPurpose(String name, String offenceCode, String narrative) {
    private static final String STOLEN_CAR = "Blue Ford taken from 400 Elm Street last night";

    /** One sentence for each purpose that is prohibited, one that is private, one that says nothing, and one honest one. */
    public enum Kind {
        OFFENCE(STOLEN_CAR),
        IMMIGRATION("Stolen Ford, immigration hold on the driver at 400 Elm Street"),
        REPRODUCTIVE_CARE("Driver of the Ford left the abortion clinic on Elm Street"),
        GENDER_AFFIRMING_CARE("Ford at the gender clinic on Elm Street, hormone treatment of the child"),
        PROTEST("Ford seen at the protest march on Elm Street"),
        WORSHIP("List who drove to the mosque on Elm Street on Friday"),
        UNION_ACTIVITY("Ford at the union meeting of the strike on Elm Street"),
        PERSONAL("Stolen Ford of my ex-wife, Elm Street"),
        VAGUE("official police business");

        private final String narrative;

        Kind(String narrative) {
            this.narrative = narrative;
        }

        public StatedPurpose purpose() {
            return new StatedPurpose(code(), Offence.MOTOR_VEHICLE_THEFT.code(), narrative);
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An offence code, one of the kinds above, or a sentence that is judged as it stands. */
    public static StatedPurpose of(String text) {
        return offence(text)
                .or(() -> Arrays.stream(Kind.values())
                        .filter(kind -> kind.code().equals(text))
                        .map(Kind::purpose)
                        .findFirst())
                .orElseGet(() -> new StatedPurpose("narrative", Offence.MOTOR_VEHICLE_THEFT.code(), text));
    }

    private static Optional<StatedPurpose> offence(String code) {
        return Offence.parse(code).map(known -> new StatedPurpose(code, code, STOLEN_CAR));
    }
}
