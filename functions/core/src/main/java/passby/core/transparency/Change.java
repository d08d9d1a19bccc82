package passby.core.transparency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.core.ledger.EntryType;
import passby.core.ledger.Outcome;

/** An entry that changes how the city's readers work or who has them: a row of {@code changes.csv}. */
enum Change {
    POLICY_CHANGED(EntryType.POLICY_CHANGED, Of.SETTINGS, "A rule was changed"),
    POLICY_REQUESTED(EntryType.POLICY_REQUESTED, Of.SETTINGS, "Somebody asked to loosen a rule"),
    LIST_PROPOSED(EntryType.LIST_PROPOSED, Of.LISTS, "A list of another agency was proposed"),
    LIST_ACCEPTED(EntryType.LIST_ACCEPTED, Of.LISTS, "A list of another agency was accepted by a second person"),
    LIST_SUSPENDED(EntryType.LIST_SUSPENDED, Of.LISTS, "A list was suspended"),
    LIST_IMPORTED(EntryType.LIST_IMPORTED, Of.IMPORTS, "A file of a list was taken in"),
    CAMERA_REGISTERED(EntryType.CAMERA_REGISTERED, Of.CAMERAS, "A camera was registered"),
    CAMERA_RETIRED(EntryType.CAMERA_RETIRED, Of.CAMERAS, "A camera was retired"),
    CAMERA_SUSPENDED(EntryType.CAMERA_SUSPENDED, Of.CAMERAS, "A camera is not believed any more"),
    CAMERA_RESUMED(EntryType.CAMERA_RESUMED, Of.CAMERAS, "A camera is believed again"),
    CAMERA_CAPTIONS_CHANGED(
            EntryType.CAMERA_CAPTIONS_CHANGED,
            Of.CAMERAS,
            "The parts of a camera's frames where no plate is read were changed"),
    CAMERA_OPTED_IN(EntryType.CAMERA_OPTED_IN, Of.CAMERAS, "A private owner let the city see what a camera reads"),
    CAMERA_OPTED_OUT(EntryType.CAMERA_OPTED_OUT, Of.CAMERAS, "A private owner took a camera back from the city"),
    CAMERA_QUARANTINED(
            EntryType.CAMERA_QUARANTINED, Of.CAMERAS, "A camera misreads too many plates: it pushes no alerts"),
    CAMERA_QUARANTINE_CLEARED(
            EntryType.CAMERA_QUARANTINE_CLEARED, Of.CAMERAS, "A camera that misread plates pushes alerts again"),
    GRANT_RELEASED(EntryType.GRANT_RELEASED, Of.SHARING, "Reads were given to somebody outside"),
    GRANT_DECIDED(EntryType.GRANT_DECIDED, Of.SHARING, "A request from outside was decided"),
    ACCESS_GRANTED(EntryType.ACCESS_GRANTED, Of.ACCESS, "Somebody was given access, or more of it"),
    ACCESS_REVOKED(EntryType.ACCESS_REVOKED, Of.ACCESS, "Somebody's access was ended"),
    PERSON_APPOINTED(EntryType.PERSON_APPOINTED, Of.ACCESS, "The administrator of the account named somebody"),
    ACCOUNT_DISABLED(EntryType.ACCOUNT_DISABLED, Of.ACCESS, "An account that nobody used was closed"),
    /** Of no type of its own: each entry of a person names the access policies of its program, and this is the first with these. */
    ACCESS_POLICIES(
            "access-policies", Of.SOFTWARE, "A version of the program with other access policies was put in use");

    /** What a change is about. */
    enum Of {
        SETTINGS,
        LISTS,
        /** Of lists too, but by the clock and many times a day. */
        IMPORTS,
        CAMERAS,
        SHARING,
        ACCESS,
        SOFTWARE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<String, Change> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(Change::code, change -> change));

    private final String code;
    private final Of of;
    private final String words;

    Change(EntryType type, Of of, String words) {
        this(type.code(), of, words);
    }

    Change(String code, Of of, String words) {
        this.code = code;
        this.of = of;
        this.words = words;
    }

    /** Empty for an entry that is no change, and for one that was refused. */
    static Optional<Change> of(PublicEntry entry) {
        return Optional.ofNullable(BY_TYPE.get(entry.entry().type()))
                .filter(_ -> entry.entry().outcome().equals(Outcome.DONE.code()));
    }

    /** @param code as a row of {@code changes.csv} has it */
    static Change parse(String code) {
        return Optional.ofNullable(BY_TYPE.get(code))
                .orElseThrow(() -> new IllegalArgumentException("no change is called " + code));
    }

    /** The type of its entry, or a word of its own. */
    String code() {
        return code;
    }

    Of of() {
        return of;
    }

    /** What happened, for a resident. */
    String words() {
        return words;
    }
}
