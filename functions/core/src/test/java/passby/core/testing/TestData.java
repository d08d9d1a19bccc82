package passby.core.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import passby.core.capture.Camera;
import passby.core.capture.CameraKey;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Position;
import passby.core.id.Digests;
import passby.core.id.Ori;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.picture.Jpeg;
import passby.core.plate.CityKey;
import passby.core.policy.AlertingRules;
import passby.core.policy.Bounds;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.ReaderRules;
import passby.core.policy.RecognizerOrder;
import passby.core.policy.SearchRules;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.zone.ExcludedZone;
import passby.core.zone.ExcludedZones;

/** A made-up city: its policy, its people, its cameras. Nobody and nothing here exists. */
public final class TestData {
    /** Far ahead, so that no store's own clock deletes what a test stores. */
    public static final Instant NOW = Instant.parse("2036-05-06T12:00:00Z");

    public static final CityKey CITY_KEY =
            new CityKey(1, "a city key made up for the tests".getBytes(StandardCharsets.US_ASCII));
    public static final String POLICY_HASH = Digests.sha256Hex("a policy");
    /** Of the city's own agency. */
    public static final Ori ORI = new Ori("XX0000000");

    public static final Position CORNER = new Position(38.5, -121.25);
    public static final String ZONE = "north";

    /** Of documents that say nothing of lists and alerts. */
    private static final int FORMAT_WITHOUT_ALERTING = 3;

    private TestData() {}

    public static EffectivePolicy policy(NonHitRetention retention) {
        return policy(1, retention);
    }

    public static EffectivePolicy policy(int version, NonHitRetention retention) {
        return new EffectivePolicy(
                FORMAT_WITHOUT_ALERTING,
                version,
                "springfield",
                "Springfield Police Department",
                ORI,
                "default",
                retention,
                Duration.ofDays(90),
                ImageRetention.AS_READ,
                120,
                RecognizerOrder.CONTAINER_ONLY,
                CaptureSwitch.ON,
                Bounds.DEFAULT,
                AlertingRules.DEFAULT,
                RecordClocks.DEFAULT,
                ExcludedZones.NONE,
                ReaderRules.DEFAULT,
                SearchRules.DEFAULT);
    }

    /** The same, as it was written before pictures and uploads had bounds of their own. */
    public static EffectivePolicy policyOfFormat1(int version, NonHitRetention retention) {
        return copy(1, policy(version, retention), Duration.ofDays(90), ImageRetention.AS_READ, 120, Bounds.DEFAULT);
    }

    public static EffectivePolicy withBounds(EffectivePolicy policy, Bounds bounds) {
        return copy(
                policy.format(),
                policy,
                policy.hitRetention(),
                policy.imageRetention(),
                policy.cameraUploadRate(),
                bounds);
    }

    public static EffectivePolicy withHitRetention(EffectivePolicy policy, Duration retention) {
        return copy(
                policy.format(),
                policy,
                retention,
                policy.imageRetention(),
                policy.cameraUploadRate(),
                policy.bounds());
    }

    public static EffectivePolicy withImageRetention(EffectivePolicy policy, ImageRetention retention) {
        return copy(
                policy.format(), policy, policy.hitRetention(), retention, policy.cameraUploadRate(), policy.bounds());
    }

    public static EffectivePolicy withCameraUploadRate(EffectivePolicy policy, int rate) {
        return copy(policy.format(), policy, policy.hitRetention(), policy.imageRetention(), rate, policy.bounds());
    }

    public static EffectivePolicy withCapture(EffectivePolicy policy, CaptureSwitch capture) {
        return written(
                policy.format(),
                policy,
                policy.profile(),
                capture,
                policy.alerting(),
                policy.records(),
                policy.zones());
    }

    public static EffectivePolicy withProfile(EffectivePolicy policy, String profile) {
        return written(
                policy.format(),
                policy,
                profile,
                policy.capture(),
                policy.alerting(),
                policy.records(),
                policy.zones());
    }

    public static EffectivePolicy withAlerting(EffectivePolicy policy, AlertingRules alerting) {
        return written(4, policy, alerting, policy.records());
    }

    public static EffectivePolicy withRecords(EffectivePolicy policy, RecordClocks records) {
        return written(5, policy, policy.alerting(), records);
    }

    /** The same in that format, which may be too old for what it is to say. */
    public static EffectivePolicy written(
            int format, EffectivePolicy policy, AlertingRules alerting, RecordClocks records) {
        return written(format, policy, policy.profile(), policy.capture(), alerting, records, policy.zones());
    }

    /** The same with rules of readers, in the format that came with them. */
    public static EffectivePolicy withReaders(EffectivePolicy policy, ReaderRules readers) {
        return ruled(7, policy, readers, policy.searches());
    }

    /** The same with rules of searches, in the format of today. */
    public static EffectivePolicy withSearches(EffectivePolicy policy, SearchRules searches) {
        return ruled(EffectivePolicy.FORMAT, policy, policy.readers(), searches);
    }

    private static EffectivePolicy ruled(
            int format, EffectivePolicy policy, ReaderRules readers, SearchRules searches) {
        return new EffectivePolicy(
                format,
                policy.version(),
                policy.cityId(),
                policy.agency(),
                policy.ori(),
                policy.profile(),
                policy.nonHitRetention(),
                policy.hitRetention(),
                policy.imageRetention(),
                policy.cameraUploadRate(),
                policy.order(),
                policy.capture(),
                policy.bounds(),
                policy.alerting(),
                policy.records(),
                policy.zones(),
                readers,
                searches);
    }

    /** The same with excluded zones, in the format that came with them. */
    public static EffectivePolicy withZones(EffectivePolicy policy, ExcludedZone... zones) {
        return written(
                6,
                policy,
                policy.profile(),
                policy.capture(),
                policy.alerting(),
                policy.records(),
                new ExcludedZones(List.of(zones)));
    }

    private static EffectivePolicy written(
            int format,
            EffectivePolicy policy,
            String profile,
            CaptureSwitch capture,
            AlertingRules alerting,
            RecordClocks records,
            ExcludedZones zones) {
        return new EffectivePolicy(
                format,
                policy.version(),
                policy.cityId(),
                policy.agency(),
                policy.ori(),
                profile,
                policy.nonHitRetention(),
                policy.hitRetention(),
                policy.imageRetention(),
                policy.cameraUploadRate(),
                policy.order(),
                capture,
                policy.bounds(),
                alerting,
                records,
                zones,
                policy.readers(),
                policy.searches());
    }

    private static EffectivePolicy copy(
            int format,
            EffectivePolicy policy,
            Duration hitRetention,
            ImageRetention imageRetention,
            int cameraUploadRate,
            Bounds bounds) {
        return new EffectivePolicy(
                format,
                policy.version(),
                policy.cityId(),
                policy.agency(),
                policy.ori(),
                policy.profile(),
                policy.nonHitRetention(),
                hitRetention,
                imageRetention,
                cameraUploadRate,
                policy.order(),
                policy.capture(),
                bounds,
                policy.alerting(),
                policy.records(),
                policy.zones(),
                policy.readers(),
                policy.searches());
    }

    public static Person person(String personId, Role... roles) {
        return new Person(
                personId,
                "Springfield Police Department",
                ORI,
                Set.of(roles),
                NOW.plus(Duration.ofDays(365)),
                NOW.plus(Duration.ofDays(365)),
                null,
                true);
    }

    public static Person disabled(Person person) {
        return new Person(
                person.personId(),
                person.agency(),
                person.ori(),
                person.roles(),
                person.trainedUntil(),
                person.acknowledgedUntil(),
                person.acknowledgedPolicy(),
                false);
    }

    public static Caller caller(Person person) {
        return new Caller(person, "session-of-" + person.personId(), NOW, "a phone");
    }

    public static Caller officer(String personId) {
        return caller(person(personId, Role.OPERATOR));
    }

    public static Camera camera(String cameraId) {
        return ACamera.of(cameraId).build();
    }

    /** A key of its own for each kid. */
    public static CameraKey cameraKey(String kid) {
        var bytes = Digests.sha256(Digests.utf8(kid));
        return new CameraKey(kid, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), NOW);
    }

    /** Facts of a frame that is a pass of its own, at the camera's own place. */
    public static CaptureFacts facts(Instant capturedAt) {
        return new CaptureFacts(capturedAt, null, null, null, 0);
    }

    public static CaptureFacts factsOfPass(Instant capturedAt, String pass) {
        return new CaptureFacts(capturedAt, null, null, pass, 0);
    }

    /** Not a picture, but nobody in core looks inside. */
    public static Jpeg jpeg(String content) {
        return new Jpeg(content.getBytes(StandardCharsets.UTF_8));
    }

    /** An entry that no store holds yet. */
    public static Entry entry(EntryType type) {
        return entry(type, Map.of(Field.SUBJECT, "something"));
    }

    public static Entry entry(EntryType type, Map<Field, String> committed) {
        var entropy = new Unique();
        return new EntryFactory(Clock.fixed(NOW, ZoneOffset.UTC), entropy::bytes)
                .create(type, Outcome.DONE, POLICY_HASH, committed);
    }
}
