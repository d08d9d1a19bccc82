package passby.aws.dynamodb;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import passby.aws.capture.DynamoDbCameraUses;
import passby.aws.capture.DynamoDbCameras;
import passby.aws.capture.DynamoDbSpentTokens;
import passby.aws.governance.DynamoDbPolicyRequests;
import passby.aws.ledger.DynamoDbAlertLatencies;
import passby.aws.ledger.DynamoDbCounters;
import passby.aws.ledger.DynamoDbWatermarks;
import passby.aws.people.DynamoDbPeople;
import passby.aws.people.DynamoDbSessions;
import passby.aws.people.DynamoDbSignInAttempts;
import passby.aws.policy.DynamoDbLimits;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.aws.read.DynamoDbPassReadings;
import passby.aws.sharing.GrantSchema;
import passby.core.capture.Camera;
import passby.core.capture.CameraUses;
import passby.core.delivery.AlertFilter;
import passby.core.delivery.Browser;
import passby.core.delivery.EmailAddress;
import passby.core.delivery.PhoneNumber;
import passby.core.delivery.PushEndpoint;
import passby.core.delivery.QuietHours;
import passby.core.delivery.Subscription;
import passby.core.delivery.Webhook;
import passby.core.delivery.WebhookSecret;
import passby.core.delivery.WebhookUrl;
import passby.core.disclosure.Week;
import passby.core.evidence.HeldRead;
import passby.core.evidence.Hold;
import passby.core.evidence.HoldEvent;
import passby.core.evidence.HoldKind;
import passby.core.evidence.HoldRequest;
import passby.core.feed.FileCode;
import passby.core.governance.PolicyRequest;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.hit.RejectionReason;
import passby.core.hotlist.Category;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchType;
import passby.core.hotlist.Suppression;
import passby.core.id.CaseNumber;
import passby.core.ledger.Count;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.lists.ListSource;
import passby.core.lists.ListVersion;
import passby.core.lists.RunningImport;
import passby.core.people.Attempts;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.people.Session;
import passby.core.picture.Box;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.policy.AlertingRules;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits;
import passby.core.read.Frame;
import passby.core.read.Frames;
import passby.core.read.PassReading;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.request.SecondPerson;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.retention.RetentionClass;
import passby.core.review.WeeklyReview;
import passby.core.sharing.Grant;
import passby.core.sharing.GrantStep;
import passby.core.testing.ACamera;
import passby.core.testing.AHotListEntry;
import passby.core.testing.APolicyRequest;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.TestData;

/** A city in which everything that can be stored is stored once, the same to the byte in each run. */
final class GoldenCity {
    static final String JOB = "sweep-uploads";
    static final Instant WATERMARK = TestData.NOW.plusNanos(1);

    /** To the nanosecond, because instants are stored so. */
    private static final Instant CAPTURED = Instant.parse("2036-05-06T11:59:58.123456789Z");

    private final StoredCity city;
    private final EntryFactory entries =
            new EntryFactory(Clock.fixed(TestData.NOW, ZoneOffset.UTC), new CountingEntropy(7));

    final HotListEntry listed = AHotListEntry.of("rec-1", "8TST417").build();
    final HotListEntry approved = AHotListEntry.of("rec-2", "OB7QSZ4G")
            .withState(new ListedState.Unknown())
            .withCategory(Category.WANTED_PERSON)
            .withApprovedBy("sergeant-okafor")
            .build();
    final Read read =
            ARead.of("01JQ0000000000000000000001", "8TST417", CAPTURED).build();
    final Read held = held(ARead.of("01JQ0000000000000000000001", "OB7QSZ4G", CAPTURED)
            .withRank(2)
            .withState(new IssuingState.Unknown())
            .withClass(RetentionClass.HIT)
            .build());
    final Hit hit = withSecondMatch(
            ARead.of("01JQ0000000000000000000001", "8TST417", CAPTURED).hit(listed), approved);
    final Hit closed = ARead.of("01JQ0000000000000000000001", "OB7QSZ4G", CAPTURED)
            .withRank(2)
            .withState(new IssuingState.Unknown())
            .hit(approved);
    final Frame frame = ARead.frame(List.of(read, held), List.of(hit.hitId(), closed.hitId()));
    final Frame empty = new Frame(
            "01JQ0000000000000000000002",
            TestData.jpeg("nothing").sha256(),
            "cam-elm",
            CAPTURED,
            CAPTURED,
            "0a".repeat(32),
            ARead.ENGINE,
            List.of(),
            List.of(),
            List.of(),
            CAPTURED.plus(Duration.ofDays(7)));
    final List<HitStep> steps = List.of(
            new HitStep.Viewed("officer-lopez", TestData.NOW),
            new HitStep.ImageMatched("officer-lopez", TestData.NOW.plusSeconds(9)));
    final List<HitStep> closing =
            List.of(new HitStep.Rejected("officer-lopez", TestData.NOW, RejectionReason.FOLDED_CHARACTER));
    final Camera camera = TestData.camera("cam-elm");
    final Camera captioned = ACamera.of("cam-pine")
            .withCaptions(new Box(0, 0, 1, 0.0625), new Box(0.5, 0.9375, 0.5, 0.0625))
            .build();
    final GoldenCameraRead own = new GoldenCameraRead();
    final GoldenVote vote = new GoldenVote();
    final Camera retired = ACamera.of("cam-oak")
            .withMobile(true)
            .withRetiredAt(TestData.NOW)
            .withKeys(TestData.cameraKey("key-1"), TestData.cameraKey("key-2"))
            .withRevision(2)
            .build();
    final Subscription subscription = new Subscription(
            "officer-lopez",
            "01JQ0000000000000000000009",
            new PhoneNumber("+15555550123"),
            new AlertFilter(
                    Set.of(Category.STOLEN_VEHICLE),
                    Set.of("north"),
                    new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("America/Chicago"))),
            "01234567",
            false,
            TestData.NOW.plus(Subscription.CONFIRMATION));
    final Subscription webhook = new Subscription(
            Subscription.CITY,
            "01JQ0000000000000000000010",
            new Webhook(
                    new WebhookUrl("https://dispatch.example.gov/passby"),
                    new WebhookSecret("whsec_" + "A".repeat(43) + "=")),
            new AlertFilter(Set.of(), Set.of(), null),
            "76543210",
            true,
            TestData.NOW.plus(Subscription.LIFE));
    final Subscription browser = new Subscription(
            "officer-lopez",
            "01JQ0000000000000000000011",
            new Browser(
                    new PushEndpoint("https://updates.push.services.mozilla.com/wpush/v2/made-up"),
                    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                    "BTBZMqHH6r4Tts7J_aSIgg"),
            new AlertFilter(Set.of(), Set.of(), null),
            "13572468",
            true,
            TestData.NOW.plus(Subscription.LIFE));
    final Subscription mailbox = new Subscription(
            "officer-lopez",
            "01JQ0000000000000000000013",
            new EmailAddress("lopez@springfield.example"),
            new AlertFilter(Set.of(), Set.of(), null),
            "24681357",
            true,
            TestData.NOW.plus(Subscription.LIFE));
    final PassReading passReading = new PassReading(
            "01JQ0000000000000000000012-1",
            TestData.NOW,
            new Candidate(
                    new Plate("7TST"),
                    new Confidence(0.75),
                    List.of(new Confidence(1), new Confidence(0.875), new Confidence(0.5), new Confidence(0))));
    final Person person = TestData.person("officer-lopez", Role.OPERATOR, Role.PROGRAM_MANAGER);
    final EffectivePolicy oldPolicy = TestData.policyOfFormat1(1, NonHitRetention.DAYS_7);
    final EffectivePolicy alertingPolicy = TestData.withAlerting(
            TestData.policy(2, NonHitRetention.DAYS_30), new AlertingRules(false, "NPV", Duration.ofMinutes(10)));
    final EffectivePolicy policy = TestData.withRecords(alertingPolicy, new RecordClocks(180, 1096, 3653));
    final PolicyRequest superseded = APolicyRequest.pendingSince(
            "01JQ0000000000000000000003", TestData.NOW.minus(Duration.ofDays(1)), APolicyRequest.LONGER);
    final PolicyRequest pending = APolicyRequest.pendingSince(
            "01JQ0000000000000000000004", TestData.NOW.minus(Duration.ofDays(1)), APolicyRequest.LONGER);
    final Entry decision = entry(EntryType.POLICY_CHANGED);
    final PolicyRequest decided =
            APolicyRequest.decided(pending, PolicyRequest.State.REJECTED, "chief-adams", Role.CHIEF, decision);

    final GoldenCorrection corrected = new GoldenCorrection();
    final GoldenDescription described = new GoldenDescription();

    GoldenCity(StoredCity city) {
        this.city = city;
    }

    private Entry entry(EntryType type) {
        return entries.create(type, Outcome.DONE, TestData.POLICY_HASH, Map.of(Field.SUBJECT, "something"));
    }

    private static Read held(Read read) {
        return new Read(
                read.readId(),
                read.plateKey(),
                read.uploadId(),
                read.passId(),
                read.frameSha256(),
                read.cameraId(),
                read.capturedAt(),
                read.receivedAt(),
                read.storedAt(),
                true,
                read.position(),
                read.heading(),
                read.engine(),
                List.of(read.best(), new Candidate(new Plate("0B7QSZ4G"), new Confidence(1e-9), confidences(1e-200))),
                read.state(),
                read.colour(),
                read.pictures(),
                read.retentionClass(),
                Set.of("hold-1", "hold-2"),
                read.expiresAt(),
                read.picturesExpireAt(),
                read.policyHash(),
                List.of());
    }

    private static List<Confidence> confidences(double smallest) {
        return Stream.of(0, 1, smallest, 0.5, 0.125, 1e-5, 0.1, 1.0)
                .map(Number::doubleValue)
                .map(Confidence::new)
                .toList();
    }

    private static Hit withSecondMatch(Hit hit, HotListEntry entry) {
        var match = new Match(entry, new Plate("8T5T417"), MatchType.O0_FOLD, true);
        return new Hit(
                hit.hitId(),
                hit.passId(),
                hit.plateKey(),
                hit.sighting(),
                List.of(hit.matches().getFirst(), match),
                hit.cautions(),
                hit.raisedAt(),
                hit.expiresAt(),
                hit.steps());
    }

    private static final ListSource.Consent ADMIN =
            new ListSource.Consent("admin-ito", Role.SYSTEM_ADMIN, TestData.NOW, TestData.NOW);
    private static final ListSource.Consent MANAGER =
            new ListSource.Consent("manager-silva", Role.PROGRAM_MANAGER, TestData.NOW, TestData.NOW);

    /** A source with everything that one can have. */
    final ListSource list = new ListSource(
            "ncic",
            "State Police",
            "ncic",
            Duration.ofHours(36),
            "a key",
            ADMIN,
            MANAGER,
            new ListSource.Announcement("ab".repeat(32), 40, ADMIN, MANAGER),
            8,
            new ListVersion(
                    7,
                    "cd".repeat(32),
                    TestData.NOW,
                    1_000_000,
                    "ncic/7-x",
                    Map.of(FileCode.IMMIGRATION_VIOLATOR, 12L)),
            new RunningImport(8, "ef".repeat(32), "ncic/8-y", "lease-1", TestData.NOW.plusSeconds(300), 5_000),
            3);

    final Suppression suppression = new Suppression(
            "01JQ0000000000000000000006",
            "ncic",
            new Plate("7TST123"),
            new ListedState.Named("CA"),
            "Recovered; the record was not cleared",
            new CaseNumber("26-004711"),
            "records-zhou",
            TestData.NOW,
            TestData.NOW.plus(Duration.ofDays(30)));

    /** A hold with everything that one can have; it names no read, so that no row of a read changes. */
    final Hold hold = new Hold(
            "01JQ0000000000000000000005",
            HoldKind.OTHER_LAWFUL_ACTION,
            new CaseNumber("26-004711"),
            "Court order 12",
            "defence",
            List.of(),
            TestData.NOW.plusNanos(1),
            Hold.State.PRESERVED,
            new HoldRequest(HoldRequest.Action.PLACE, "records-rosa", Role.RECORDS_OFFICER, TestData.NOW),
            List.of(new HoldEvent("placed", "records-rosa", TestData.NOW, "entry-1", "{}")),
            1,
            TestData.NOW.plusSeconds(1));

    /** Another one with a read, which came to it by a revision, so that its row does not change either. */
    final Hold withRead = new Hold(
            "01JQ0000000000000000000006",
            HoldKind.CIVIL,
            new CaseNumber("26-004712"),
            "Court order 13",
            "prosecution",
            List.of(new HeldRead(ReadRef.of(read), true)),
            TestData.NOW,
            Hold.State.HELD,
            null,
            hold.events(),
            2,
            null);

    private static Hold bare(Hold hold) {
        return new Hold(
                hold.holdId(),
                hold.kind(),
                hold.caseNumber(),
                hold.authority(),
                hold.party(),
                List.of(),
                hold.until(),
                hold.state(),
                null,
                hold.events(),
                1,
                null);
    }

    HotListEntry withdrawn() {
        return approved.withdrawn(TestData.NOW);
    }

    DynamoDbCameras cameras() {
        return new DynamoDbCameras(city.client(), city.tables(), city.changes());
    }

    DynamoDbPeople people() {
        return new DynamoDbPeople(city.client(), city.tables(), city.changes());
    }

    DynamoDbPolicyDocuments policies() {
        return new DynamoDbPolicyDocuments(city.client(), city.tables(), city.changes());
    }

    DynamoDbPolicyRequests requests() {
        return new DynamoDbPolicyRequests(city.client(), city.tables(), city.changes(), policies());
    }

    DynamoDbCounters counters() {
        return new DynamoDbCounters(city.client(), city.tables());
    }

    DynamoDbWatermarks watermarks() {
        return new DynamoDbWatermarks(city.client(), city.tables(), city.changes());
    }

    DynamoDbSignInAttempts attempts() {
        return new DynamoDbSignInAttempts(city.client(), city.tables(), city.changes());
    }

    DynamoDbSessions sessions() {
        return new DynamoDbSessions(city.client(), city.tables(), city.changes());
    }

    DynamoDbLimits limits() {
        return new DynamoDbLimits(city.client(), city.tables());
    }

    DynamoDbCameraUses cameraUses() {
        return new DynamoDbCameraUses(city.client(), city.tables());
    }

    DynamoDbSpentTokens tokens() {
        return new DynamoDbSpentTokens(city.client(), city.tables());
    }

    /** As its first step would not leave it, so that every attribute is there. */
    final WeeklyReview review = new WeeklyReview(
            Week.of(TestData.NOW),
            new WeeklyReview.Commitment("ab".repeat(32), "auditor-quist", "a".repeat(26)),
            new WeeklyReview.Draw("{}", "auditor-quist", "b".repeat(26)),
            new WeeklyReview.Step("auditor-quist", 1, TestData.NOW, "c".repeat(26)),
            new WeeklyReview.Step("chief-ito", 1, TestData.NOW.plusSeconds(60), "d".repeat(26)),
            "e".repeat(26),
            1);

    final Session session = new Session("officer-lopez", "session-1", TestData.NOW, TestData.NOW, "a phone");

    final Attempts attempts = new Attempts(List.of(TestData.NOW), TestData.NOW.plusSeconds(900), 1);

    final Grant grant = new Grant(
            "01JQ0000000000000000000007",
            Grant.State.REQUESTED,
            SecondPerson.GRANT.requestLapses(TestData.NOW),
            List.of(new GrantStep("requested", "records-zhou", TestData.NOW, "entry-1", "{}")),
            1);

    void storeEverything() {
        storeReads();
        cameras().register(camera, entry(EntryType.CAMERA_REGISTERED));
        cameras().register(TestData.camera("cam-oak"), entry(EntryType.CAMERA_REGISTERED));
        cameras().replace(retired, entry(EntryType.CAMERA_RETIRED));
        tokens().spend("cam-elm", "token-1", TestData.NOW);
        people().appoint(null, TestData.disabled(person), entry(EntryType.PERSON_APPOINTED));
        people().appoint(TestData.disabled(person), person, entry(EntryType.PERSON_APPOINTED));
        policies().put(oldPolicy, entry(EntryType.POLICY_CHANGED));
        policies().put(policy, entry(EntryType.POLICY_CHANGED));
        requests().add(superseded, null, entry(EntryType.POLICY_CHANGED));
        requests().add(pending, superseded, entry(EntryType.POLICY_CHANGED));
        requests().revise(decided, null, decision);
        counters().add(Count.READ, 2, TestData.NOW);
        counters().add(Map.of(Count.READ, 3L, Count.FRAME_WITH_PLATES, 1L), TestData.NOW);
        watermarks().advance(JOB, TestData.NOW);
        watermarks().advance(JOB, WATERMARK, entry(EntryType.SEARCH));
        limits().use("officer-lopez", Limits.Window.HOUR, TestData.NOW, 2, 10);
        limits().use("officer-lopez", Limits.Window.MINUTE, TestData.NOW, 1, 10);
        cameraUses()
                .add(
                        "cam-elm",
                        new CameraUses.Amounts(1, 300, 1),
                        Duration.ofMillis(-1500),
                        Limits.Window.TEN_MINUTES,
                        TestData.NOW);
        city.lists().add(list, entry(EntryType.LIST_PROPOSED));
        city.reviews().put(review, entry(EntryType.REVIEW_APPROVED));
        city.holds().place(hold, entry(EntryType.HOLD_PLACED));
        city.holds().place(bare(withRead), entry(EntryType.HOLD_PLACED));
        city.holds().save(withRead, entry(EntryType.HOLD_DECIDED));
        city.subscriptions().add(subscription, entry(EntryType.ALERTS_SUBSCRIBED));
        sessions().begin(session, entry(EntryType.SIGN_IN));
        attempts().replace("officer-lopez", Attempts.NONE, attempts, TestData.NOW);
        city.subscriptions().add(webhook, entry(EntryType.ALERTS_SUBSCRIBED));
        new DynamoDbAlertLatencies(city.client(), city.tables())
                .add("cam-elm", Duration.ofMillis(400), Duration.ofMillis(90), TestData.NOW);
        new GoldenConduct().storeIn(city, this::entry);
        city.subscriptions().add(browser, entry(EntryType.ALERTS_SUBSCRIBED));
        new DynamoDbPassReadings(city.client(), city.tables())
                .add("cam-elm-17", passReading, TestData.NOW.plus(Duration.ofSeconds(150)));
        new GoldenSamples().storeIn(city, this::entry);
        new GoldenConduct().placeDecoyIn(city, this::entry);
        GrantSchema.requests(city.client(), city.tables(), city.changes()).add(grant, entry(EntryType.GRANT_REQUESTED));
        cameras().register(captioned, entry(EntryType.CAMERA_REGISTERED));
        own.storeIn(city, entry(EntryType.HIT_RAISED));
        city.subscriptions().add(mailbox, entry(EntryType.ALERTS_SUBSCRIBED));
        vote.storeIn(city, entry(EntryType.HIT_RAISED));
        corrected.storeIn(city, entry(EntryType.READ_CORRECTED));
        described.storeIn(city);
    }

    private void storeReads() {
        city.suppressions().add(suppression, entry(EntryType.PLATE_SUPPRESSED));
        city.hotLists().add(listed, entry(EntryType.HOT_LIST_ENTRY_ADDED));
        city.hotLists().add(approved, entry(EntryType.HOT_LIST_ENTRY_ADDED));
        city.hotLists().revise(withdrawn(), entry(EntryType.HOT_LIST_ENTRY_ADDED));
        var raised = List.<Frames.Raised>of(
                new Frames.Raised.New(hit, entry(EntryType.HIT_RAISED)),
                new Frames.Raised.New(closed, entry(EntryType.HIT_RAISED)));
        city.frames().store(frame, List.of(read, held), raised);
        city.frames().store(empty, List.of(), List.of());
        step(hit, steps);
        step(closed, closing);
        city.outbox().markSent(closed.hitId());
    }

    private void step(Hit raised, List<HitStep> taken) {
        for (var number = 0; number < taken.size(); number++) {
            city.hits().step(with(raised, taken.subList(0, number)), taken.get(number), entry(EntryType.HIT_STEP));
        }
    }

    static Hit with(Hit hit, List<HitStep> steps) {
        return new Hit(
                hit.hitId(),
                hit.passId(),
                hit.plateKey(),
                hit.sighting(),
                hit.matches(),
                hit.cautions(),
                hit.raisedAt(),
                hit.expiresAt(),
                steps);
    }

    /** As the read reads it back: DynamoDB stores no number that small. */
    Read heldAsStored() {
        var alternate = held.candidates().getLast();
        var candidates = List.of(held.best(), new Candidate(alternate.plate(), alternate.confidence(), confidences(0)));
        return new Read(
                held.readId(),
                held.plateKey(),
                held.uploadId(),
                held.passId(),
                held.frameSha256(),
                held.cameraId(),
                held.capturedAt(),
                held.receivedAt(),
                held.storedAt(),
                held.skewed(),
                held.position(),
                held.heading(),
                held.engine(),
                candidates,
                held.state(),
                held.colour(),
                held.pictures(),
                held.retentionClass(),
                held.holds(),
                held.expiresAt(),
                held.picturesExpireAt(),
                held.policyHash(),
                List.of());
    }

    ReadRef heldRef() {
        return ReadRef.of(held);
    }
}
