package passby.core.policy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.retention.Timing;

/**
 * The document that rules: what a city chose, inside its profile. Functions read it at run time; its hash stands in every
 * ledger entry.
 *
 * @param format of the document: {@link #FORMAT}, or 1 for what was written before pictures and uploads had bounds of their
 *     own; such a one still reproduces its document to the letter
 * @param version 1 upwards
 * @param cityId the audience of camera tokens, such as {@code springfield}
 * @param agency name of the agency that runs the city's readers
 * @param ori its nine-character identifier
 * @param profile the state's rules, such as {@code default}
 * @param nonHitRetention of reads that matched nothing
 * @param hitRetention of hits, their reads and their pictures
 * @param imageRetention how long a picture is shown, unless its read goes first
 * @param cameraUploadRate most frames that one camera may announce in a minute
 * @param order which recogniser looks first
 * @param bounds of requests
 */
public record EffectivePolicy(
        int format,
        int version,
        String cityId,
        String agency,
        String ori,
        String profile,
        NonHitRetention nonHitRetention,
        Duration hitRetention,
        ImageRetention imageRetention,
        int cameraUploadRate,
        RecognizerOrder order,
        Bounds bounds) {
    /** What is written today. */
    public static final int FORMAT = 2;

    /** What holds under a document of format 1, which does not speak of pictures. */
    public static final ImageRetention FORMAT_1_IMAGE_RETENTION = ImageRetention.AS_READ;

    /** The same of uploads. */
    public static final int FORMAT_1_CAMERA_UPLOAD_RATE = 120;

    public EffectivePolicy {
        if (format < 1 || format > FORMAT) {
            throw new IllegalArgumentException("a policy document has format 1 to " + FORMAT);
        }
        if (format == 1
                && (imageRetention != FORMAT_1_IMAGE_RETENTION || cameraUploadRate != FORMAT_1_CAMERA_UPLOAD_RATE)) {
            throw new IllegalArgumentException("a policy document of format 1 bounds neither pictures nor uploads");
        }
    }

    /** The document in RFC 8785 form: what is stored, hashed and published. */
    public String canonical() {
        var document = new TreeMap<String, Object>(Map.of(
                "v",
                format,
                "version",
                version,
                "cityId",
                cityId,
                "agency",
                agency,
                "ori",
                ori,
                "profile",
                profile,
                "nonHitRetention",
                nonHitRetention.code(),
                "hitRetentionDays",
                hitRetention.toDays(),
                "recognizerOrder",
                order.code(),
                "bounds",
                Map.of(
                        "searchWindowDays", bounds.searchWindow().toDays(),
                        "searchRows", bounds.searchRows(),
                        "pageRows", bounds.pageRows(),
                        "searchesPerHour", bounds.searchesPerHour(),
                        "clockSkewSeconds", bounds.clockSkew().toSeconds(),
                        "confidentPercent", bounds.confidentPercent(),
                        "unapprovedEntryHours", bounds.unapprovedEntryLife().toHours())));
        if (format > 1) {
            document.put("imageRetention", imageRetention.code());
            document.put("cameraUploadRate", cameraUploadRate);
        }
        return CanonicalJson.write(document);
    }

    /** SHA-256 of {@link #canonical()}, 64 hexadecimal digits. */
    public String hash() {
        return Digests.sha256Hex(canonical());
    }

    public Timing timing() {
        return Timing.of(nonHitRetention);
    }

    public Duration retention(RetentionClass retentionClass) {
        return switch (retentionClass) {
            case NON_HIT -> nonHitRetention.duration();
            case HIT -> hitRetention;
        };
    }

    /** How long a picture of that class is shown: never longer than its read. */
    public Duration pictureRetention(RetentionClass retentionClass) {
        var read = retention(retentionClass);
        return imageRetention.duration().compareTo(read) < 0 ? imageRetention.duration() : read;
    }
}
