package passby.core.transparency;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import passby.core.hotlist.Category;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.reason.ReasonRules;
import passby.core.retention.ImageRetention;
import passby.core.search.Offence;

/**
 * What a city tells everybody of how it uses its readers, as a council adopts it and as many states' laws want it posted: made from the policy
 * document and from the lists that refuse requests, and by nobody's hand, so that what is told and what is enforced cannot differ.
 */
final class UsagePolicy {
    private static final List<String> PROHIBITED = ReasonRules.load().prohibited();

    private UsagePolicy() {}

    /** In Markdown. */
    static String text(EffectivePolicy policy) {
        return String.join(
                "\n", head(policy), reading(policy), uses(policy), clocks(policy), access(policy), watching(policy));
    }

    private static String head(EffectivePolicy policy) {
        return """
                # How %s uses license plate readers

                Made from version %d of the policy document (policy.json, SHA-256 %s), which the readers obey
                and whose hash every entry of the ledger names. Nobody wrote it by hand. Whoever wants a rule to be looser needs two
                people in two roles; a tighter one counts within 30 seconds. Every change is a row of changes.csv.

                | | |
                |---|---|
                | agency | %s, ORI %s |
                | rules of the state | %s: %s |
                | cameras are read | %s |
                """.formatted(
                        policy.agency(),
                        policy.version(),
                        policy.hash(),
                        policy.agency(),
                        policy.ori().value(),
                        policy.profile(),
                        policy.stateProfile().law(),
                        policy.capture() == CaptureSwitch.ON ? "yes" : "no: switched off");
    }

    private static String reading(EffectivePolicy policy) {
        return """
                ## What is detected, and what is not

                Plates of vehicles and the state that issued them, with time, place and heading of the camera (cameras.geojson), and colour and kind
                of the vehicle where they can be told. A picture is cut to vehicle and plate; the whole frame is deleted.

                Never detected: faces, people in or around a vehicle, who travels with whom, patterns of anybody's life, predictions. There is
                no program for it.

                %s Places where nothing is captured, such as schools, clinics and houses of worship: %d (excludedZones in policy.json).
                """.formatted(recognizer(policy), policy.zones().zones().size());
    }

    private static String recognizer(EffectivePolicy policy) {
        return policy.order().asksRekognition()
                ? "Pictures are read by the city's own program and by Amazon Rekognition ("
                        + policy.order().code()
                        + "), the latter only while the city is opted out of AWS's use of pictures for training."
                : "Pictures are read by the city's own program alone and shown to no other.";
    }

    private static String uses(EffectivePolicy policy) {
        return """
                ## Uses

                **Alerts** on listed plates, by category: %s.
                An alert is a lead only, not grounds for a stop: an officer looks at the picture, and the source confirms the record before a vehicle is
                contacted. Lists of other agencies are %s; of the FBI's files those are taken whose letters are
                %s, every other is refused%s.

                **Searches** with an offence or another ground, a case number, a reason in words, and on whose behalf; anything less is refused. Grounds,
                as codes of the FBI's NIBRS and words: %s.

                **Prohibited**, and refused by rule: %s. Nor is a private interest a reason.
                """.formatted(
                        words(Category.values()),
                        policy.alerting().outsideListsCode(),
                        letters(policy.alerting().fileCodes()),
                        policy.alerting().fileCodes().contains("N") ? "" : ", immigration violators (N) among them",
                        Arrays.stream(Offence.values())
                                .map(offence -> word(offence) + " (" + offence.code() + ")")
                                .collect(Collectors.joining(", ")),
                        String.join(", ", PROHIBITED));
    }

    private static String clocks(EffectivePolicy policy) {
        return """
                ## How long things are kept

                | what | kept |
                |---|---|
                | read that matched no list | %s |
                | hit, its steps, its read | %s |
                | pictures | %s |
                | entry that the city's own people put on its list | until its own end, at most %s |
                | who searched for what, and why | %s |
                | ledger (no plate, no name) | for good; locked against everybody for %s |

                All count from capture, and everything is deleted on time, up to 90 seconds early. No backup keeps any of it. Longer than that only what a
                case holds as evidence, read by read, by two roles.
                """.formatted(
                        policy.nonHitRetention().isFlush()
                                ? "never stored"
                                : days(policy.nonHitRetention().duration()),
                        days(policy.hitRetention()),
                        policy.imageRetention() == ImageRetention.AS_READ
                                ? "as long as their read"
                                : "as long as their read, at most "
                                        + days(policy.imageRetention().duration()),
                        days(policy.records().listEntry()),
                        days(Duration.ofDays(policy.records().searchRecordDays())),
                        days(Duration.ofDays(policy.records().ledgerDays())));
    }

    private static String access(EffectivePolicy policy) {
        var bounds = policy.bounds();
        return """
                ## Who may do what

                Operators (trained sworn officers) answer hits and search; the chief names the Program Manager; the Program Manager grants access and
                approves; records officers hold evidence and answer requests for records; auditors read the ledger and review; system
                administrators register cameras. Nobody approves their own request, and nobody but operators searches.

                A search spans at most %s and answers at most %d rows; a person makes at most %d an hour. A search by a part of a plate needs a
                second person.%s Training and the acknowledgement of this policy must be current at each request.

                **Sharing** is off. There is no network and no automatic feed: another agency files a written request, the Program Manager decides, and
                it gets the rows of that request once (grants.csv).
                """.formatted(
                        days(bounds.searchWindow()),
                        bounds.searchRows(),
                        bounds.searchesPerHour(),
                        warrant(policy.searches().warrantAfterHours()));
    }

    private static String warrant(int hours) {
        return hours == 0
                ? ""
                : " Reads older than " + hours
                        + " hours are searched and opened only with the number of a warrant or of a court's order.";
    }

    private static String watching(EffectivePolicy policy) {
        return """
                ## Who watches

                Every search, view, alert step, change and refusal is an entry of a public ledger (/log/) that nobody can rewrite unseen. A random sample is
                reviewed each week, and whoever seeks one plate again and again is asked about (audit-findings.json).

                **Accuracy** is measured on %s of a hundred reads at random, at most, and on what officers say of hits (reading-quality.csv); of fewer than %d
                plates no rate is told. A camera that misreads more than %d of a hundred pushes no alerts.
                """.formatted(
                        tenths(policy.readers().sampleShare()),
                        policy.readers().floor(),
                        policy.readers().misreadLimitPercent());
    }

    /** Of a number of thousandths, how many hundredths. */
    private static String tenths(int thousandths) {
        return thousandths % 10 == 0 ? String.valueOf(thousandths / 10) : thousandths / 10 + "." + thousandths % 10;
    }

    private static String days(Duration duration) {
        return duration.toDays() == 1 ? "1 day" : duration.toDays() + " days";
    }

    private static String letters(String codes) {
        return codes.isEmpty() ? "none" : String.join(", ", codes.split(""));
    }

    private static String words(Category[] categories) {
        return Arrays.stream(categories).map(UsagePolicy::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
