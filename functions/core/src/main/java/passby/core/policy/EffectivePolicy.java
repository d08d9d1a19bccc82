package passby.core.policy;

import java.time.Duration;
import java.util.Map;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.retention.Timing;

/**
 * The document that rules: what a city chose, inside its profile. Functions read it at run time; its hash stands in every
 * ledger entry. Format version 1.
 *
 * @param version 1 upwards
 * @param cityId the audience of camera tokens, such as {@code springfield}
 * @param agency name of the agency that runs the city's readers
 * @param ori its nine-character identifier
 * @param profile the state's rules, such as {@code default}
 * @param nonHitRetention of reads that matched nothing
 * @param hitRetention of hits, their reads and their pictures
 * @param order which recogniser looks first
 * @param bounds of requests
 */
public record EffectivePolicy(
        int version,
        String cityId,
        String agency,
        String ori,
        String profile,
        NonHitRetention nonHitRetention,
        Duration hitRetention,
        RecognizerOrder order,
        Bounds bounds) {

    /** The document in RFC 8785 form: what is stored, hashed and published. */
    public String canonical() {
        return CanonicalJson.write(Map.of(
                "v",
                1,
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
                nonHitRetention.word(),
                "hitRetentionDays",
                hitRetention.toDays(),
                "recognizerOrder",
                order.word(),
                "bounds",
                Map.of(
                        "searchWindowDays", bounds.searchWindow().toDays(),
                        "searchRows", bounds.searchRows(),
                        "pageRows", bounds.pageRows(),
                        "searchesPerHour", bounds.searchesPerHour(),
                        "clockSkewSeconds", bounds.clockSkew().toSeconds(),
                        "confidentPercent", bounds.confidentPercent(),
                        "unapprovedEntryHours", bounds.unapprovedEntryLife().toHours())));
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
}
