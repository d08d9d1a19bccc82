package passby.aws.testing;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import passby.aws.api.AlertFunctions;
import passby.aws.api.CaptureFunctions;
import passby.aws.api.EvidenceFunctions;
import passby.aws.api.FunctionSpec;
import passby.aws.api.GovernanceFunctions;
import passby.aws.api.HotListFunctions;
import passby.aws.api.LedgerFunctions;
import passby.aws.api.OpenApiContract;
import passby.aws.api.PublicFunctions;
import passby.aws.api.ReadFunctions;
import passby.aws.api.SearchFunctions;
import passby.aws.capture.CameraAuthentication;
import passby.aws.capture.CamerasHandler;
import passby.aws.capture.UploadsHandler;
import passby.aws.delivery.SubscriptionsHandler;
import passby.aws.governance.PolicyHandler;
import passby.aws.hit.HitsHandler;
import passby.aws.hotlist.HotListHandler;
import passby.aws.hotlist.SuppressionActions;
import passby.aws.http.Authentication;
import passby.aws.http.PersonAuthentication;
import passby.aws.json.StrictJson;
import passby.aws.lists.ListActions;
import passby.aws.lists.ListFileActions;
import passby.aws.people.AccessHandler;
import passby.aws.people.FactorActions;
import passby.aws.people.SessionActions;
import passby.aws.policy.CedarAccessPolicies;
import passby.aws.sample.SamplesHandler;
import passby.aws.transparency.PublicHandler;
import passby.aws.zone.JtsZoneShapes;
import passby.core.access.AFactorReset;
import passby.core.access.FactorReset;
import passby.core.access.InMemoryFactors;
import passby.core.access.ManageAccess;
import passby.core.access.ManageSessions;
import passby.core.access.ResetFactors;
import passby.core.capture.Camera;
import passby.core.capture.CameraBounds;
import passby.core.capture.CameraKey;
import passby.core.capture.ExcludedPlaces;
import passby.core.capture.IssueUploadUrls;
import passby.core.capture.ManageCameras;
import passby.core.capture.Ownership;
import passby.core.capture.UploadUrl;
import passby.core.conduct.ConductReview;
import passby.core.conduct.DutyHours;
import passby.core.delivery.AlertFilter;
import passby.core.delivery.AlertReach;
import passby.core.delivery.Channels;
import passby.core.delivery.InMemorySubscriptions;
import passby.core.delivery.ManageSubscriptions;
import passby.core.delivery.PhoneNumber;
import passby.core.delivery.Sending;
import passby.core.delivery.Subscription;
import passby.core.delivery.TestBrowser;
import passby.core.evidence.Hold;
import passby.core.governance.Change;
import passby.core.governance.DecidePolicyRequest;
import passby.core.governance.ManageExcludedZones;
import passby.core.governance.OptOut;
import passby.core.governance.ReviewPolicy;
import passby.core.hit.HandleHits;
import passby.core.hit.Hit;
import passby.core.hotlist.AuditEntries;
import passby.core.hotlist.EntryAudits;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.ManageCustomEntries;
import passby.core.hotlist.ManageSuppressions;
import passby.core.hotlist.Suppression;
import passby.core.id.CaseNumber;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.InMemoryCounters;
import passby.core.ledger.Outcome;
import passby.core.lists.CachedLists;
import passby.core.lists.FeedUploadUrl;
import passby.core.lists.ImportOutcome;
import passby.core.lists.InMemoryImportOutcomes;
import passby.core.lists.ListFiles;
import passby.core.lists.ListPolicy;
import passby.core.lists.ListSource;
import passby.core.lists.ManageLists;
import passby.core.people.Caller;
import passby.core.people.EndsSessions;
import passby.core.people.IdentifyCaller;
import passby.core.people.Role;
import passby.core.picture.Jpeg;
import passby.core.picture.PictureKind;
import passby.core.plate.Plate;
import passby.core.policy.CachedPolicy;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.purge.InMemoryPurgeReports;
import passby.core.purge.ViewPurge;
import passby.core.quality.CountVerdicts;
import passby.core.quality.ViewReadingQuality;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.SampledRead;
import passby.core.read.ShownReads;
import passby.core.read.TakePostedReads;
import passby.core.reason.ReasonRules;
import passby.core.request.Authorizer;
import passby.core.request.InMemoryRequests;
import passby.core.retention.NonHitRetention;
import passby.core.review.WeeklyReviews;
import passby.core.sample.EnterTestDrive;
import passby.core.sample.LabelSamples;
import passby.core.sample.SampleId;
import passby.core.search.AWaitingSearch;
import passby.core.search.Purposes;
import passby.core.search.WaitingSearch;
import passby.core.testing.ACamera;
import passby.core.testing.AHotListEntry;
import passby.core.testing.APolicyRequest;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import passby.core.zone.AZone;
import passby.core.zone.ZoneKind;

/**
 * Every handler of the API over the stores in memory. Has one camera, one operator, one administrator, one chief, one
 * Program Manager, all of them signed in, one entry, one read, one hit and one policy request. Whatever it answers is checked against the OpenAPI document.
 */
public final class EdgeCity {
    public static final String SUSPENDED_CAMERA = "cam-suspended";
    public static final String QUARANTINED_CAMERA = "cam-quarantined";
    public static final String CAMERA = "elm-third-n";
    /** Of a shop that has not opted in, and of one that has. */
    public static final String SHOPS_CAMERA = "cam-shop";

    public static final String OPTED_IN_CAMERA = "cam-opted-in";
    public static final String SUBSCRIPTION = "01KTEST0000000000000000009";
    public static final String CODE = "01234567";
    public static final String SUPPRESSION = "01JQ0000000000000000000006";
    public static final String CONDUCT_REVIEW = EdgeConduct.REVIEW;
    /** In use by everybody beside the one of their requests. */
    public static final String OTHER_SESSION = "another sign-in";

    public static final String OPERATOR = "officer-lopez";
    public static final String ADMIN = "admin-kim";
    public static final String CHIEF = "chief-ito";
    public static final String MANAGER = "manager-osei";
    public static final String AUDITOR = "auditor-quist";
    public static final String RECORDS = "records-zhou";
    /** Of yesterday, whose read is {@link #read()}. */
    public static final SampleId SAMPLE =
            new SampleId(LocalDate.ofInstant(TestData.NOW, ZoneOffset.UTC).minusDays(1), 0, CAMERA);

    public static final List<String> EVERYBODY = List.of(OPERATOR, ADMIN, CHIEF, MANAGER, AUDITOR, RECORDS);
    public static final String LIST = "state";
    public static final String LIST_FILE = "cd".repeat(32);
    public static final String PLATE = "3PSB001";
    public static final String RECORD = "01KTEST0000000000000000001";
    public static final String UPLOAD = "01KTEST0000000000000000002";
    /** An excluded zone, away from every camera. */
    public static final String SCHOOL = "school-12";

    public static final String REQUEST = "01KTEST0000000000000000003";
    /** A hold that waits for a second role. */
    public static final String WAITING_HOLD = "01KTEST0000000000000000004";
    /** A hold that is approved and copied. */
    public static final String COPIED_HOLD = "01KTEST0000000000000000005";

    /** A written request that waits for its review. */
    public static final String WAITING_GRANT = "01KTEST0000000000000000008";
    /** One that is approved and not released. */
    public static final String APPROVED_GRANT = "01KTEST000000000000000000A";

    /** The operator's, asked for by the Program Manager. */
    public static final String FACTOR_RESET = "01KTEST000000000000000000B";

    public static final String WAITING_SEARCH = "01KTEST0000000000000000006";
    public static final String ALLOWED_SEARCH = "01KTEST0000000000000000007";
    public static final Jpeg PICTURE = new Jpeg(HexFormat.of().parseHex("ffd8ffe000104a46494600ffd9"));

    private final InMemoryCity stores = new InMemoryCity();
    private final MutableClock clock = new MutableClock(TestData.NOW);
    private final CameraSigner signer = new CameraSigner("key-1");
    private final TestIssuer issuer = new TestIssuer();
    private final EdgeConduct conduct = new EdgeConduct(stores, clock);
    private final EdgeLog log = new EdgeLog(stores, clock);
    private final InMemoryImportOutcomes outcomes = new InMemoryImportOutcomes();
    private final AtomicInteger serial = new AtomicInteger();
    private final CachedPolicy policy = new CachedPolicy(stores.policyDocuments(), clock);
    private final Map<FunctionSpec, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>> handlers;
    private final Read read =
            ARead.of(UPLOAD, PLATE, TestData.NOW.minus(Duration.ofHours(1))).build();
    private final Entry view = opened();
    private final EdgeGrants grants;
    private final EdgeEvidence evidence;
    private final Hit hit = ARead.of(UPLOAD, PLATE, TestData.NOW.minus(Duration.ofHours(1)))
            .hit(AHotListEntry.of(RECORD, PLATE).build());

    /** The policy with {@link #SCHOOL} among its excluded zones. */
    public static EffectivePolicy withSchool(EffectivePolicy policy) {
        return TestData.withZones(
                policy,
                AZone.of(SCHOOL, ZoneKind.SCHOOL, AZone.ring(50_000, 0, 54_000, 0, 54_000, 4_000, 50_000, 4_000)));
    }

    /** What the Program Manager entered: the hours of two operators. */
    public static List<DutyHours> dutyHours() {
        return EdgeConduct.dutyHours(TestData.NOW);
    }

    public EdgeCity() {
        this.grants = new EdgeGrants(stores, clock);
        this.evidence = new EdgeEvidence(stores, read, log, clock, grants);
        this.handlers = handlers();
        stores.policyDocuments().put(withSchool(TestData.policy(NonHitRetention.DAYS_30)));
        stores.people().put(TestData.person(OPERATOR, Role.OPERATOR));
        stores.people().put(TestData.person(ADMIN, Role.SYSTEM_ADMIN));
        stores.people().put(TestData.person(CHIEF, Role.CHIEF));
        stores.people().put(TestData.person(MANAGER, Role.PROGRAM_MANAGER));
        stores.people().put(TestData.person(AUDITOR, Role.AUDITOR));
        stores.people().put(TestData.person(RECORDS, Role.RECORDS_OFFICER));
        everybodySignsIn();
        stores.policyRequests()
                .put(APolicyRequest.pending(REQUEST, new Change(Parameter.NON_HIT_RETENTION, "30d", "60d")));
        stores.waitingSearches().put(waitingSearch(WAITING_SEARCH));
        stores.waitingSearches().put(AWaitingSearch.approved(waitingSearch(ALLOWED_SEARCH), MANAGER));
        stores.cameras().put(camera());
        stores.cameras().put(TestData.camera(SUSPENDED_CAMERA).suspended(TestData.NOW));
        stores.cameras().put(TestData.camera(QUARANTINED_CAMERA).quarantined(TestData.NOW));
        stores.samples().offer(sampledRead());
        stores.cameras().put(TestData.camera(SHOPS_CAMERA).owned(Ownership.PRIVATE));
        stores.cameras().put(TestData.camera(OPTED_IN_CAMERA).owned(Ownership.PRIVATE_OPTED_IN));
        stores.hotLists().put(entry());
        stores.suppressions().put(suppression());
        stores.lists().put(list());
        stores.reviews().put(WeeklyReviews.drawn(WeeklyReviews.DRAWN));
        stores.reviews().put(WeeklyReviews.reported(WeeklyReviews.REPORTED));
        outcomes.put(
                LIST,
                LIST_FILE,
                new ImportOutcome(
                        ImportOutcome.Result.REFUSED,
                        "not-approved",
                        TestData.NOW,
                        "entry",
                        Map.of(),
                        Map.of(),
                        Map.of()));
        stores.frames()
                .store(
                        ARead.frame(List.of(read), List.of(hit.hitId())),
                        List.of(read),
                        List.of(new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED))));
        for (var kind : PictureKind.values()) {
            stores.pictures()
                    .put(kind.of(Objects.requireNonNull(read.pictures())).key(), PICTURE);
        }
    }

    /** What the sample of {@link #SAMPLE} stands for. */
    public SampledRead sampledRead() {
        return new SampledRead(
                SAMPLE.cameraId(),
                SAMPLE.day(),
                SAMPLE.place(),
                "0".repeat(64),
                read.readId(),
                read.engine(),
                TestData.NOW.plus(Duration.ofDays(6)));
    }

    private SamplesHandler samples(Authentication<Caller> people, Authorizer authorizer) {
        var reads = new ShownReads(stores.frames(), stores.frames(), clock);
        return new SamplesHandler(
                people,
                new LabelSamples(
                        authorizer,
                        stores.samples(),
                        stores.cameras(),
                        reads,
                        stores.pictures(),
                        stores.readings(),
                        clock),
                new EnterTestDrive(authorizer, stores.cameras(), stores.readings(), clock),
                new ViewReadingQuality(authorizer, stores.cameras(), stores.readings(), clock),
                stores.counters(),
                clock);
    }

    private WaitingSearch waitingSearch(String requestId) {
        var body = (StrictJson.Parsed.Members)
                StrictJson.parse(GoodCalls.searchRequest(this).getBytes(StandardCharsets.UTF_8));
        return AWaitingSearch.pending(
                requestId,
                OPERATOR,
                body.members(),
                stores.policyDocuments().current(),
                new Purposes(ReasonRules.load(), new InMemoryCounters(), clock));
    }

    private Camera camera() {
        return ACamera.of(CAMERA)
                .withKeys(new CameraKey(
                        "key-1", signer.publicKey(), TestData.camera(CAMERA).installedAt()))
                .build();
    }

    private Map<FunctionSpec, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>> handlers() {
        var entropy = new CountingEntropy(7);
        var ids = new Ulids(clock, entropy);
        var counters = stores.counters();
        var authorizer = new Authorizer(
                policy, new CedarAccessPolicies(), stores.ledger(), new EntryFactory(clock, entropy), clock);
        var cameras = new CameraAuthentication(stores.cameras(), stores.cameraTokens(), policy, clock);
        var people = new PersonAuthentication(TestIssuer.ISSUER, issuer.keys(), identifyCaller(), clock);
        var issueUploadUrls = new IssueUploadUrls(
                policy,
                new CameraBounds(stores.cameraUses()),
                new ExcludedPlaces(new JtsZoneShapes()),
                (key, request, life) -> new UploadUrl(
                        key.uploadId(),
                        URI.create("https://uploads.passby.example/" + key.format()),
                        Map.of("content-type", "image/jpeg"),
                        clock.instant().plus(life)),
                counters,
                ids,
                clock);
        var takePostedReads = new TakePostedReads(
                policy,
                new CameraBounds(stores.cameraUses()),
                new ExcludedPlaces(new JtsZoneShapes()),
                stores.postedReads(),
                counters,
                ids,
                clock);
        var manageLists = new ManageLists(authorizer, stores.lists(), () -> ListPolicy.of(policy.current()), clock);
        var listFiles = new ListFiles(
                authorizer,
                stores.lists(),
                (upload, life) -> new FeedUploadUrl(
                        URI.create("https://feeds.passby.example/" + upload.sha256()),
                        Map.of("content-type", "application/octet-stream"),
                        clock.instant().plus(life)),
                outcomes,
                () -> ListPolicy.of(policy.current()),
                clock);
        var hotLists = new ManageCustomEntries(authorizer, stores.hotLists(), stores.limits(), ids, clock);
        var verdicts = new CountVerdicts(stores.frames(), stores.readings(), clock);
        var hits = new HandleHits(authorizer, stores.hits(), stores.pictures(), verdicts, clock);
        return Map.ofEntries(
                Map.entry(
                        CaptureFunctions.ISSUE_UPLOAD_URLS,
                        new UploadsHandler(cameras, issueUploadUrls, takePostedReads, counters, clock)),
                Map.entry(
                        CaptureFunctions.CAMERAS,
                        new CamerasHandler(
                                people,
                                new ManageCameras(
                                        authorizer,
                                        stores.cameras(),
                                        stores.cameraUses(),
                                        stores.illegible(),
                                        new ExcludedPlaces(new JtsZoneShapes()),
                                        clock),
                                counters,
                                clock)),
                Map.entry(
                        HotListFunctions.HOT_LISTS,
                        new HotListHandler(
                                people,
                                hotLists,
                                new AuditEntries(
                                        authorizer, stores.hotLists(), new EntryAudits(stores.watermarks()), clock),
                                new ListActions(manageLists, clock),
                                new ListFileActions(listFiles),
                                new SuppressionActions(
                                        new ManageSuppressions(authorizer, stores.suppressions(), ids, clock), clock),
                                counters,
                                clock)),
                Map.entry(AlertFunctions.HITS, new HitsHandler(people, hits, counters, clock)),
                Map.entry(ReadFunctions.SAMPLES, samples(people, authorizer)),
                Map.entry(
                        AlertFunctions.SUBSCRIPTIONS,
                        new SubscriptionsHandler(
                                people,
                                subscriptions(authorizer, entropy, ids),
                                new TestBrowser.City(),
                                counters,
                                clock)),
                Map.entry(
                        SearchFunctions.SEARCH,
                        new EdgeSearch(stores, view, clock).handler(authorizer, people, entropy, ids)),
                Map.entry(PublicFunctions.PUBLIC_FILES, publicHandler()),
                Map.entry(
                        GovernanceFunctions.ACCESS,
                        new AccessHandler(
                                people,
                                new ManageAccess(
                                        authorizer, new EndsSessions(stores.people(), stores.sessions(), clock), clock),
                                conduct.duties(authorizer),
                                new SessionActions(
                                        new ManageSessions(authorizer, stores.people(), stores.sessions(), clock)),
                                new FactorActions(resetFactors(authorizer, ids), clock),
                                counters,
                                clock)),
                Map.entry(EvidenceFunctions.EVIDENCE, evidence.handler(authorizer, people, ids)),
                Map.entry(LedgerFunctions.LEDGER, log.handler(authorizer, people, conduct, entropy)),
                Map.entry(LedgerFunctions.LEDGER_PROOFS, log.proofs()),
                Map.entry(GovernanceFunctions.POLICY, policyHandler(authorizer, people)));
    }

    private ResetFactors resetFactors(Authorizer authorizer, Ulids ids) {
        var resets = new InMemoryRequests<FactorReset>(stores.ledger());
        resets.put(AFactorReset.pending(FACTOR_RESET, OPERATOR, MANAGER));
        return new ResetFactors(
                authorizer, resets, new InMemoryFactors(), stores.people(), stores.sessions(), ids, clock);
    }

    public EdgeGrants grants() {
        return grants;
    }

    public Hold waitingHold() {
        return evidence.waitingHold();
    }

    public Hold copiedHold() {
        return evidence.copiedHold();
    }

    private ManageSubscriptions subscriptions(Authorizer authorizer, Entropy entropy, Ulids ids) {
        var subscriptions = new InMemorySubscriptions(stores.ledger());
        subscriptions.put(subscription());
        return new ManageSubscriptions(
                authorizer,
                subscriptions,
                new Channels((_, _) -> Sending.SENT, (_, _) -> Sending.SENT, (_, _, _) -> Sending.SENT),
                entropy,
                ids,
                clock);
    }

    public ConductReview conductReview() {
        return EdgeConduct.review();
    }

    /** Not confirmed yet. */
    public Subscription subscription() {
        return new Subscription(
                OPERATOR,
                SUBSCRIPTION,
                new PhoneNumber("+15555550123"),
                new AlertFilter(Set.of(), Set.of(), null),
                CODE,
                false,
                clock.instant().plus(Subscription.CONFIRMATION));
    }

    /** The one entry of the log: a search. */
    public Entry sealed() {
        return log.entry();
    }

    private PolicyHandler policyHandler(Authorizer authorizer, Authentication<Caller> people) {
        var documents = stores.policyDocuments();
        var requests = stores.policyRequests();
        return new PolicyHandler(
                people,
                new ReviewPolicy(authorizer, documents, requests, clock),
                new DecidePolicyRequest(
                        authorizer,
                        documents,
                        requests,
                        stores.people(),
                        () -> OptOut.Status.UNKNOWN,
                        (clocks, now) -> true,
                        clock),
                new ManageExcludedZones(
                        authorizer,
                        documents,
                        requests,
                        new JtsZoneShapes(),
                        new Ulids(clock, new CountingEntropy(8)),
                        clock),
                new ViewPurge(authorizer, new InMemoryPurgeReports(), clock),
                stores.counters(),
                clock);
    }

    /** Sends it to the function that serves its path, or to any where none does. */
    public Reply send(Call call) {
        var function = handlers.keySet().stream()
                .filter(spec ->
                        spec.routes().stream().anyMatch(route -> OpenApiContract.fits(route.path(), call.path())))
                .findFirst()
                .orElse(AlertFunctions.HITS);
        return send(function, call);
    }

    public Reply send(FunctionSpec function, Call call) {
        return send(function, call.event(), call);
    }

    /** The event as it is, for what a gateway could send and a {@link Call} cannot say. */
    public Reply send(FunctionSpec function, APIGatewayProxyRequestEvent event, Call call) {
        var handler = handlers.get(function);
        if (handler == null) {
            throw new AssertionError("no handler of " + function.name());
        }
        var reply = Reply.of(handler.handleRequest(event, new NoContext()));
        OpenApiContract.check(call.method(), call.path(), reply.status(), reply.contentType(), reply.body());
        return reply;
    }

    public IdentifyCaller identifyCaller() {
        return new IdentifyCaller(
                stores.people(),
                stores.sessions(),
                () -> policy.current().hash(),
                new EntryFactory(clock, stores.entropy()),
                clock);
    }

    /** Without an entry: what a test looks for is what comes after. */
    public void everybodySignsIn() {
        for (var person : EVERYBODY) {
            stores.sessions().put(person, TestIssuer.session(person), now());
            stores.sessions().put(person, OTHER_SESSION, now());
        }
    }

    public Reply asOperator(Call call) {
        return send(call.withToken(operatorToken()));
    }

    public Reply asAdmin(Call call) {
        return send(call.withToken(issuer.token(ADMIN, now())));
    }

    /** As somebody who governs. */
    public Reply asChief(Call call) {
        return send(call.withToken(issuer.token(CHIEF, now())));
    }

    public Reply asRecords(Call call) {
        return send(call.withToken(issuer.token(RECORDS, now())));
    }

    public Reply asAuditor(Call call) {
        return send(call.withToken(issuer.token(AUDITOR, now())));
    }

    public Reply asRecordsOfficer(Call call) {
        return send(call.withToken(issuer.token(RECORDS, now())));
    }

    public Reply asManager(Call call) {
        return send(call.withToken(issuer.token(MANAGER, now())));
    }

    public Reply asCamera(Call call) {
        return send(call.withToken(cameraToken(call)));
    }

    public String operatorToken() {
        return issuer.token(OPERATOR, now());
    }

    /** A token that was never used. */
    public String cameraToken(Call call) {
        return signer.token(CAMERA, call, now(), serial.incrementAndGet());
    }

    public int nextSerial() {
        return serial.incrementAndGet();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Of the policy in force. */
    public String policyHash() {
        return stores.policyDocuments().current().hash();
    }

    public InMemoryCity stores() {
        return stores;
    }

    public MutableClock clock() {
        return clock;
    }

    public CameraSigner signer() {
        return signer;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    public CachedPolicy policy() {
        return policy;
    }

    /** With it the operator opened {@link #read()}. */
    public Entry view() {
        return view;
    }

    private Entry opened() {
        var about =
                Map.of(Field.ACTOR, OPERATOR, Field.SUBJECT, read.readId(), Field.PLATE, PLATE, Field.OFFENCE, "240");
        return new EntryFactory(clock, new Unique()::bytes)
                .create(EntryType.READ_VIEWED, Outcome.DONE, TestData.POLICY_HASH, about);
    }

    public Read read() {
        return read;
    }

    public Hit hit() {
        return hit;
    }

    public HotListEntry entry() {
        return AHotListEntry.of(RECORD, PLATE).build();
    }

    /** Accepted by nobody yet. */
    public ListSource list() {
        return list(null, null);
    }

    /** Accepted, with a file that waits for a second person. */
    public ListSource acceptedList() {
        return list(PROPOSAL, new ListSource.Announcement("ab".repeat(32), 0, PROPOSAL, null));
    }

    /** Accepted, with a file that two people agreed to. */
    public ListSource agreedList() {
        return list(PROPOSAL, new ListSource.Announcement(LIST_FILE, 0, PROPOSAL, PROPOSAL));
    }

    private static final ListSource.Consent PROPOSAL =
            new ListSource.Consent(MANAGER, Role.PROGRAM_MANAGER, TestData.NOW, TestData.NOW);

    private static ListSource list(
            ListSource.@Nullable Consent acceptance, ListSource.@Nullable Announcement announced) {
        return new ListSource(
                LIST,
                "State Police",
                "mn",
                Duration.ofHours(24),
                null,
                PROPOSAL,
                acceptance,
                announced,
                0,
                null,
                null,
                1);
    }

    public static Suppression suppression() {
        return new Suppression(
                SUPPRESSION,
                "ncic",
                new Plate("9TST777"),
                new ListedState.Named("CA"),
                "Recovered; the record was not cleared",
                new CaseNumber("26-004711"),
                MANAGER,
                TestData.NOW,
                TestData.NOW.plus(Duration.ofDays(5)));
    }

    private PublicHandler publicHandler() {
        return new PublicHandler(
                stores.counters(),
                new AlertReach(stores.watermarks(), clock),
                new CachedLists(stores.lists(), clock),
                clock);
    }
}
