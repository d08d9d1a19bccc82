package passby.core.search;

import java.util.Optional;
import passby.core.id.Coded;

/**
 * What a search is about: a closed list by the FBI's NIBRS offence codes, and the searches for people and civil orders that
 * are no offence. Left out on purpose: immigration (30A to 30D, 49C), and what is charged at gatherings (90B, 90C).
 * (NIBRS User Manual, offence codes; the grounds beside offences: Code of Virginia 2.2-5517)
 */
public enum Offence implements Coded {
    MURDER("09A"),
    NEGLIGENT_MANSLAUGHTER("09B"),
    KIDNAPPING("100"),
    RAPE("11A"),
    SODOMY("11B"),
    SEXUAL_ASSAULT_WITH_OBJECT("11C"),
    SEXUAL_ASSAULT("11D"),
    ROBBERY("120"),
    AGGRAVATED_ASSAULT("13A"),
    SIMPLE_ASSAULT("13B"),
    INTIMIDATION("13C"),
    ARSON("200"),
    EXTORTION("210"),
    BURGLARY("220"),
    PURSE_SNATCHING("23B"),
    SHOPLIFTING("23C"),
    THEFT_FROM_BUILDING("23D"),
    THEFT_FROM_VEHICLE("23F"),
    THEFT_OF_VEHICLE_PARTS("23G"),
    LARCENY("23H"),
    MOTOR_VEHICLE_THEFT("240"),
    COUNTERFEITING("250"),
    FRAUD("26A"),
    CARD_FRAUD("26B"),
    IMPERSONATION("26C"),
    WIRE_FRAUD("26E"),
    IDENTITY_THEFT("26F"),
    EMBEZZLEMENT("270"),
    STOLEN_PROPERTY("280"),
    VANDALISM("290"),
    DRUG_TRAFFICKING("35A"),
    STATUTORY_RAPE("36B"),
    HUMAN_TRAFFICKING_SEX("64A"),
    HUMAN_TRAFFICKING_SERVITUDE("64B"),
    CHILD_EXPLOITATION("370"),
    FAILURE_TO_REGISTER_AS_SEX_OFFENDER("360"),
    ESCAPE("49B"),
    WEAPONS("520"),
    EXPLOSIVES("521"),
    ANIMAL_CRUELTY("720"),
    DRIVING_UNDER_INFLUENCE("90D"),
    HIT_AND_RUN("90Z-HR"),
    WARRANT_SERVICE("90Z-WS"),
    TRESPASS("90J"),
    PROTECTION_ORDER("PO"),
    MISSING_PERSON("MP"),
    ENDANGERED_PERSON("EP"),
    AMBER_ALERT("AA"),
    SILVER_ALERT("SA"),
    BLUE_ALERT("BA");

    private final String code;

    Offence(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<Offence> parse(String code) {
        return Coded.find(values(), code);
    }
}
