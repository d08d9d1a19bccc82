package passby.core.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import passby.core.id.Ori;
import passby.core.retention.HitRetention;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;

/**
 * What a city may set without a toolchain: the parameters of its stack. They are a request; the effective policy rules
 * (data.md, "Policy document").
 */
public enum Parameter {
    CITY(
            "City",
            "City",
            "",
            "[a-z][a-z0-9-]{1,30}[a-z0-9]",
            "The city's short name in small letters, such as springfield. Cameras sign their tokens for it, so it never changes."),
    AGENCY(
            "Agency",
            "City",
            "",
            "[\\p{L}0-9][\\p{L}0-9 .,&()'/-]{1,79}",
            "Name of the agency that runs the readers, as it stands in every ledger entry."),
    AGENCY_ORI(
            "AgencyOri", "City", "", Ori.PATTERN, "The agency's originating agency identifier: " + Ori.DESCRIBED + "."),
    STATE_PROFILE(
            "StateProfile",
            "Retention",
            "default",
            words(Arrays.stream(StateProfile.values()).map(StateProfile::code)),
            "The state whose law sets the ceilings. A city may only be stricter."),
    NON_HIT_RETENTION(
            "NonHitRetention",
            "Retention",
            "7d",
            words(Arrays.stream(NonHitRetention.values()).map(NonHitRetention::code)),
            "How long a read that matched no hot list is kept; flush keeps none at all."),
    HIT_RETENTION(
            "HitRetention",
            "Retention",
            "365d",
            words(Arrays.stream(HitRetention.values()).map(HitRetention::code)),
            "How long a hit is kept, with its read."),
    IMAGE_RETENTION(
            "ImageRetention",
            "Retention",
            "as-read",
            words(Arrays.stream(ImageRetention.values()).map(ImageRetention::code)),
            "How long a picture is shown at most; as-read means as long as its read. Never longer than its read."),
    HOT_LIST_ENTRY_RETENTION(
            "HotListEntryRetention",
            "Retention",
            RecordClocks.code(RecordClocks.DEFAULT.listEntryDays()),
            RecordClocks.LIST_ENTRY_CODES,
            "How long a hot-list entry of the city's own people lives at most, from when it was made."),
    SEARCH_RECORD_RETENTION(
            "SearchRecordRetention",
            "Retention",
            RecordClocks.code(RecordClocks.DEFAULT.searchRecordDays()),
            RecordClocks.SEARCH_RECORD_CODES,
            "How long it is known who searched for what: two years at least under every profile. Any change needs two people."),
    LEDGER_RETENTION(
            "LedgerRetention",
            "Retention",
            RecordClocks.code(RecordClocks.DEFAULT.ledgerDays()),
            RecordClocks.LEDGER_CODES,
            "How long nobody can delete a sealed entry of the ledger. It only lengthens."),
    RECOGNIZER_ORDER(
            "RecognizerOrder",
            "Recognition",
            "rekognition-first",
            words(Arrays.stream(RecognizerOrder.values()).map(RecognizerOrder::code)),
            "Which engine looks first. Rekognition is used only while the organisation has opted out of AI training."),
    ALERT_EMAIL(
            "AlertEmail",
            "Alerts and cameras",
            "",
            "|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}",
            "Who is told by e-mail when something breaks. Empty: nobody. No plate is ever in such a message."),
    CAMERA_UPLOAD_RATE(
            "CameraUploadRate",
            "Alerts and cameras",
            "120",
            List.of("30", "60", "120", "300", "600"),
            "How many pictures one camera may upload in a minute."),
    OWN_NETWORKS(
            "OwnNetworks",
            "Alerts and cameras",
            "",
            "|[0-9]{1,3}([.][0-9]{1,3}){3}/[0-9]{1,2}(,[0-9]{1,3}([.][0-9]{1,3}){3}/[0-9]{1,2}){0,19}",
            "Networks of the city behind which many cameras or officers sit, such as 192.0.2.0/24,198.51.100.7/32. Empty: none."),
    OUTSIDE_LISTS(
            "OutsideLists",
            "Alerts and cameras",
            AlertingRules.LISTS_TAKEN,
            List.of(AlertingRules.LISTS_TAKEN, AlertingRules.LISTS_REFUSED),
            "Whether hot lists of other agencies may be configured; refused leaves the city's own entries alone."),
    LIST_FILE_CODES(
            "ListFileCodes",
            "Alerts and cameras",
            AlertingRules.DEFAULT.fileCodes(),
            "[ABCFHKLMNPRTVWX]{1,15}",
            "Letters of the NCIC files that lists may bring. N, immigration violators, is refused unless it is named here."),
    ESCALATE_AFTER(
            "EscalateAfter",
            "Alerts and cameras",
            String.valueOf(AlertingRules.DEFAULT.escalateAfter().toMinutes()),
            List.of("0", "2", "5", "10", "15", "30"),
            "Minutes after which a hit that nobody has viewed is sent to every subscribed officer; 0 means never."),
    SAMPLE_SHARE(
            "SampleShare",
            "Is the reader honest",
            String.valueOf(ReaderRules.DEFAULT.sampleShare()),
            ReaderRules.SHARES,
            "Of a thousand reads, how many are considered for the random sample. Any change needs two people."),
    MISREAD_LIMIT(
            "MisreadLimit",
            "Is the reader honest",
            String.valueOf(ReaderRules.DEFAULT.misreadLimitPercent()),
            ReaderRules.LIMITS,
            "Percent of misreads in a camera's random sample above which its alerts are advisory."),
    RATE_FLOOR(
            "RateFloor",
            "Is the reader honest",
            String.valueOf(ReaderRules.DEFAULT.floor()),
            ReaderRules.FLOORS,
            "How many judged plates there must be before a rate is told or a camera is put in quarantine."),
    WARRANT_AFTER(
            "WarrantAfter",
            "Searches",
            String.valueOf(SearchRules.DEFAULT.warrantAfterHours()),
            SearchRules.WARRANT_AFTER,
            "Hours after which nobody searches a read without the number of a warrant or court order; 0 means never."),
    /** No parameter of the stack: a deployment keeps what is in force. */
    CAPTURE(
            "Capture",
            "Alerts and cameras",
            "on",
            words(Arrays.stream(CaptureSwitch.values()).map(CaptureSwitch::code)),
            "Whether cameras are read at all."),
    /** No parameter of the stack either: the places are entered one by one. */
    EXCLUDED_ZONES(
            "ExcludedZones",
            "Alerts and cameras",
            "",
            "[a-z0-9 ,;/-]*",
            "Places where nothing is captured: schools, clinics, worship, courts, food banks, immigration offices.");

    private final String code;
    private final String group;
    private final String preset;
    private final String pattern;
    private final boolean closed;
    private final String sentence;

    Parameter(String code, String group, String preset, String pattern, String sentence) {
        this(code, group, preset, pattern, false, sentence);
    }

    Parameter(String code, String group, String preset, List<String> allowed, String sentence) {
        this(code, group, preset, String.join("|", allowed), true, sentence);
    }

    Parameter(String code, String group, String preset, String pattern, boolean closed, String sentence) {
        this.code = code;
        this.group = group;
        this.preset = preset;
        this.pattern = pattern;
        this.closed = closed;
        this.sentence = sentence;
    }

    /** Those that the template of a stack has, in its order. */
    public static List<Parameter> ofStack() {
        return Arrays.stream(values()).filter(Parameter::isOfStack).toList();
    }

    /** Whether the template has it; the others are set by people of the city, and no deployment changes them. */
    public boolean isOfStack() {
        return this != CAPTURE && this != EXCLUDED_ZONES;
    }

    /** Its name in the template, such as {@code NonHitRetention}. */
    public String code() {
        return code;
    }

    /** The heading under which the console shows it. */
    public String group() {
        return group;
    }

    /** The value taken when none is given; empty where there is no sensible one. */
    public String preset() {
        return preset;
    }

    /** Whether a city may leave it out for good, and then means nothing by it. */
    public boolean mayBeEmpty() {
        return this == ALERT_EMAIL || this == OWN_NETWORKS;
    }

    /** A regular expression that the whole value matches. */
    public String pattern() {
        return pattern;
    }

    /** Every value that it may take; empty where the pattern alone rules. */
    public List<String> allowed() {
        return closed ? List.of(pattern.split("\\|", -1)) : List.of();
    }

    /** What it sets, in one sentence for the console. */
    public String sentence() {
        return sentence;
    }

    private static List<String> words(Stream<String> words) {
        return words.toList();
    }
}
