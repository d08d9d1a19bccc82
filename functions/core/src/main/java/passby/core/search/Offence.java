package passby.core.search;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a search is about: a closed list by the FBI's NIBRS offence codes, and the searches for people that are no offence.
 * (NIBRS User Manual, offence codes)
 */
public enum Offence {
    MURDER("09A"),
    NEGLIGENT_MANSLAUGHTER("09B"),
    KIDNAPPING("100"),
    RAPE("11A"),
    SEXUAL_ASSAULT("11D"),
    ROBBERY("120"),
    AGGRAVATED_ASSAULT("13A"),
    SIMPLE_ASSAULT("13B"),
    INTIMIDATION("13C"),
    ARSON("200"),
    EXTORTION("210"),
    BURGLARY("220"),
    THEFT_FROM_VEHICLE("23F"),
    THEFT_OF_VEHICLE_PARTS("23G"),
    LARCENY("23H"),
    MOTOR_VEHICLE_THEFT("240"),
    FRAUD("26A"),
    STOLEN_PROPERTY("280"),
    VANDALISM("290"),
    DRUG_TRAFFICKING("35A"),
    HUMAN_TRAFFICKING_SEX("64A"),
    HUMAN_TRAFFICKING_SERVITUDE("64B"),
    CHILD_EXPLOITATION("370"),
    WEAPONS("520"),
    DRIVING_UNDER_INFLUENCE("90D"),
    HIT_AND_RUN("90Z-HR"),
    WARRANT_SERVICE("90Z-WS"),
    MISSING_PERSON("MP"),
    ENDANGERED_PERSON("EP"),
    AMBER_ALERT("AA"),
    SILVER_ALERT("SA"),
    BLUE_ALERT("BA");

    private final String code;

    Offence(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Offence> parse(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
