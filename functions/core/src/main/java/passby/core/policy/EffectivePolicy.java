package passby.core.policy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import passby.core.id.Digests;
import passby.core.id.Ori;
import passby.core.ledger.CanonicalJson;
import passby.core.retention.Clocks;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.retention.RetentionClass;
import passby.core.retention.Timing;
import passby.core.zone.ExcludedZones;

/**
 * The document that rules: what a city chose, inside its profile. Functions read it at run time; its hash stands in every
 * ledger entry.
 *
 * @param format of the document: {@link #FORMAT}; 7 before searches had rules that a city sets; 6 before readers had rules that a city sets; 5 before it knew of excluded zones; 4
 *     before what the city writes down itself had clocks of its own; 3 before lists and alerts had rules; 2 before capture could be
 *     switched off; 1 before pictures and uploads had bounds of their own. Each still reproduces its document to the letter
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
 * @param capture whether cameras are read at all
 * @param bounds of requests
 * @param alerting of lists and alerts
 * @param records clocks of what the city writes down itself
 * @param zones places where nothing is captured
 * @param readers of samples and misreads
 * @param searches beyond a purpose
 */
public record EffectivePolicy(
        int format,
        int version,
        String cityId,
        String agency,
        Ori ori,
        String profile,
        NonHitRetention nonHitRetention,
        Duration hitRetention,
        ImageRetention imageRetention,
        int cameraUploadRate,
        RecognizerOrder order,
        CaptureSwitch capture,
        Bounds bounds,
        AlertingRules alerting,
        RecordClocks records,
        ExcludedZones zones,
        ReaderRules readers,
        SearchRules searches) {
    /** What is written today. */
    public static final int FORMAT = 8;

    /** What holds under a document of format 1, which does not speak of pictures. */
    public static final ImageRetention FORMAT_1_IMAGE_RETENTION = ImageRetention.AS_READ;

    /** The same of uploads. */
    public static final int FORMAT_1_CAMERA_UPLOAD_RATE = 120;

    /**
     * The lowest format that can say it, so that functions of the version before, which run beside new ones while a
     * deployment shifts its traffic, can read all that they know.
     */
    public static int formatFor(
            CaptureSwitch capture,
            Bounds bounds,
            AlertingRules alerting,
            RecordClocks records,
            ExcludedZones zones,
            ReaderRules readers,
            SearchRules searches) {
        if (!searches.equals(SearchRules.DEFAULT)) {
            return FORMAT;
        }
        if (!readers.equals(ReaderRules.DEFAULT)) {
            return 7;
        }
        if (!zones.isEmpty()) {
            return 6;
        }
        if (!records.equals(RecordClocks.DEFAULT)) {
            return 5;
        }
        if (!alerting.equals(AlertingRules.DEFAULT)) {
            return 4;
        }
        return capture == CaptureSwitch.ON && bounds.equals(bounds.withDefaultsOfFormat3()) ? 2 : 3;
    }

    /** The state's rules; a document that names none that this version knows is not in force anywhere. */
    public StateProfile stateProfile() {
        return StateProfile.parse(profile)
                .orElseThrow(() -> new IllegalStateException("the policy has no known profile"));
    }

    public EffectivePolicy {
        if (format < 1 || format > FORMAT) {
            throw new IllegalArgumentException("a policy document has format 1 to " + FORMAT);
        }
        if (format == 1
                && (imageRetention != FORMAT_1_IMAGE_RETENTION || cameraUploadRate != FORMAT_1_CAMERA_UPLOAD_RATE)) {
            throw new IllegalArgumentException("a policy document of format 1 bounds neither pictures nor uploads");
        }
        if (format < 3
                && formatFor(
                                capture,
                                bounds,
                                AlertingRules.DEFAULT,
                                RecordClocks.DEFAULT,
                                ExcludedZones.NONE,
                                ReaderRules.DEFAULT,
                                SearchRules.DEFAULT)
                        == 3) {
            throw new IllegalArgumentException(
                    "a policy document below format 3 switches nothing off and bounds no camera");
        }
        if (format < 4 && !alerting.equals(AlertingRules.DEFAULT)) {
            throw new IllegalArgumentException("a policy document below format 4 has no rules of lists and alerts");
        }
        if (format < 5 && !records.equals(RecordClocks.DEFAULT)) {
            throw new IllegalArgumentException("a policy document below format 5 has no clocks of records");
        }
        if (format < 6 && !zones.isEmpty()) {
            throw new IllegalArgumentException("a policy document below format 6 excludes no place");
        }
        if (format < 7 && !readers.equals(ReaderRules.DEFAULT)) {
            throw new IllegalArgumentException("a policy document below format 7 has no rules of readers");
        }
        if (format < 8 && !searches.equals(SearchRules.DEFAULT)) {
            throw new IllegalArgumentException("a policy document below format 8 has no rules of searches");
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
                ori.value(),
                "profile",
                profile,
                "nonHitRetention",
                nonHitRetention.code(),
                "hitRetentionDays",
                hitRetention.toDays(),
                "recognizerOrder",
                order.code(),
                "bounds",
                canonicalBounds()));
        if (format > 1) {
            document.put("imageRetention", imageRetention.code());
            document.put("cameraUploadRate", cameraUploadRate);
        }
        if (format > 2) {
            document.put("capture", capture.code());
        }
        if (format > 3) {
            document.put(
                    "alerting",
                    Map.of(
                            "outsideLists",
                            alerting.outsideListsCode(),
                            "fileCodes",
                            alerting.fileCodes(),
                            "escalateAfterMinutes",
                            alerting.escalateAfter().toMinutes()));
        }
        if (format > 4) {
            document.put(
                    "records",
                    Map.of(
                            "hotListEntryDays", records.listEntryDays(),
                            "searchRecordDays", records.searchRecordDays(),
                            "ledgerDays", records.ledgerDays()));
        }
        if (format > 5) {
            document.put("excludedZones", zones.geoJson());
        }
        if (format > 6) {
            document.put(
                    "readers",
                    Map.of(
                            "sampleShareThousandths", readers.sampleShare(),
                            "misreadLimitPercent", readers.misreadLimitPercent(),
                            "floor", readers.floor()));
        }
        if (format > 7) {
            document.put("searches", Map.of("warrantAfterHours", searches.warrantAfterHours()));
        }
        return CanonicalJson.write(document);
    }

    private Map<String, Object> canonicalBounds() {
        var all = new TreeMap<String, Object>(Map.of(
                "searchWindowDays", bounds.searchWindow().toDays(),
                "searchRows", bounds.searchRows(),
                "pageRows", bounds.pageRows(),
                "searchesPerHour", bounds.searchesPerHour(),
                "clockSkewSeconds", bounds.clockSkew().toSeconds(),
                "confidentPercent", bounds.confidentPercent(),
                "unapprovedEntryHours", bounds.unapprovedEntryLife().toHours()));
        if (format > 2) {
            all.put("entriesPerHour", bounds.entriesPerHour());
            all.put("cameraOutstanding", bounds.cameraOutstanding());
            all.put("cameraDailyMegabytes", bounds.cameraDailyMegabytes());
        }
        return all;
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

    /** How long an entry of the city's own people lives at most, from when it was made. */
    public Duration longestListEntry() {
        return records.listEntry();
    }

    /** Every clock that stored rows are dated by. */
    public Clocks clocks() {
        return new Clocks(
                retention(RetentionClass.NON_HIT),
                retention(RetentionClass.HIT),
                pictureRetention(RetentionClass.NON_HIT),
                pictureRetention(RetentionClass.HIT),
                records.searchRecord(),
                records.listEntry());
    }

    /** How long a picture of that class is shown: never longer than its read. */
    public Duration pictureRetention(RetentionClass retentionClass) {
        var read = retention(retentionClass);
        return imageRetention.duration().compareTo(read) < 0 ? imageRetention.duration() : read;
    }
}
