package passby.core.feed;

import java.util.Arrays;
import java.util.Optional;
import passby.core.hotlist.Category;

/**
 * The file of the National Crime Information Center that a record comes from: the first letter of its NIC number. (NCIC
 * license plate reader extract)
 */
public enum FileCode {
    AMBER('A', "Amber alert", Category.AMBER_ALERT),
    BOAT('B', "Stolen boat or trailer", Category.STOLEN_VEHICLE),
    SUPERVISED_RELEASE('C', "Supervised release", Category.INVESTIGATIVE),
    FELONY('F', "Felony vehicle", Category.BOLO),
    PROTECTION_ORDER('H', "Protection order", Category.PROTECTION_ORDER),
    PROTECTIVE_INTEREST('K', "Protective interest", Category.INVESTIGATIVE),
    VIOLENT_PERSON('L', "Violent person", Category.BOLO),
    MISSING_PERSON('M', "Missing person", Category.MISSING_PERSON),
    /** Refused wherever it appears unless the policy of the city enables it (product.md, C4). */
    IMMIGRATION_VIOLATOR('N', "Immigration violator", Category.INVESTIGATIVE),
    STOLEN_PLATE('P', "Stolen plate", Category.STOLEN_PLATE),
    CANADIAN('R', "Canadian stolen vehicle (CPIC)", Category.STOLEN_VEHICLE),
    TERRORIST('T', "Gang or terrorist", Category.TERRORIST_WATCH_LIST),
    STOLEN_VEHICLE('V', "Stolen vehicle", Category.STOLEN_VEHICLE),
    WANTED_PERSON('W', "Wanted person", Category.WANTED_PERSON),
    SEX_OFFENDER('X', "Sex offender", Category.SEX_OFFENDER);

    private final char letter;
    private final String meaning;
    private final Category category;

    FileCode(char letter, String meaning, Category category) {
        this.letter = letter;
        this.meaning = meaning;
        this.category = category;
    }

    public char letter() {
        return letter;
    }

    /** What an officer reads beside the entry, such as {@code Felony vehicle}. */
    public String meaning() {
        return meaning;
    }

    /** The category under which its records alert. */
    public Category category() {
        return category;
    }

    public static Optional<FileCode> parse(char letter) {
        return Arrays.stream(values()).filter(code -> code.letter == letter).findFirst();
    }

    /** The file that custom and text-based lists of a category correspond to, if there is one. */
    public static Optional<FileCode> of(Category category) {
        return switch (category) {
            case AMBER_ALERT -> Optional.of(AMBER);
            case STOLEN_VEHICLE -> Optional.of(STOLEN_VEHICLE);
            case STOLEN_PLATE -> Optional.of(STOLEN_PLATE);
            case MISSING_PERSON -> Optional.of(MISSING_PERSON);
            case WANTED_PERSON -> Optional.of(WANTED_PERSON);
            case SEX_OFFENDER -> Optional.of(SEX_OFFENDER);
            case TERRORIST_WATCH_LIST -> Optional.of(TERRORIST);
            case PROTECTION_ORDER -> Optional.of(PROTECTION_ORDER);
            case BOLO, SILVER_ALERT, BLUE_ALERT, CHILD_ABDUCTION, INVESTIGATIVE -> Optional.empty();
        };
    }
}
