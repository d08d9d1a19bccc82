package passby.aws.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.GovernanceFunctions;
import passby.aws.api.LedgerFunctions;
import passby.aws.capture.DynamoDbCameras;
import passby.aws.conduct.DynamoDbDuties;
import passby.aws.deployment.DeploymentEvents;
import passby.aws.dynamodb.LocalDynamoDb;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.Tables;
import passby.aws.governance.DynamoDbPolicyRequests;
import passby.aws.ledger.DynamoDbSamples;
import passby.aws.lists.S3ImportOutcomes;
import passby.aws.people.DynamoDbPeople;
import passby.aws.people.DynamoDbSessions;
import passby.aws.people.FactorResetSchema;
import passby.aws.picture.S3Pictures;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.aws.search.WaitingSearchSchema;
import passby.aws.sharing.GrantSchema;
import passby.aws.stub.S3ProxyServer;
import passby.aws.testing.EdgeCity;
import passby.aws.wiring.LambdaWiring;
import passby.core.access.AFactorReset;
import passby.core.governance.Parameters;
import passby.core.hotlist.HotListEntry;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.lists.ImportOutcome;
import passby.core.lists.ListSource;
import passby.core.people.Session;
import passby.core.picture.PictureKind;
import passby.core.policy.Bounds;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Frames;
import passby.core.read.PictureFolder;
import passby.core.retention.RowClock;
import passby.core.review.WeeklyReview;
import passby.core.review.WeeklyReviews;
import passby.core.search.WaitingSearch;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The city of {@link EdgeCity}, stored: each function as Lambda starts it, from an environment of its own, over DynamoDB Local, S3Proxy and
 * stubs. What each asks of AWS is noted.
 */
final class DeployedCity implements AutoCloseable {
    private static final S3ProxyServer S3 = S3ProxyServer.start();

    private final EdgeCity edge = new EdgeCity();
    private final String prefix = "calls-" + new Unique().code().toLowerCase(Locale.ROOT) + "-";
    private final Tables tables = LocalDynamoDb.freshTables(prefix.substring(0, prefix.length() - 1));
    private final StoredCity city = new StoredCity(LocalDynamoDb.client(), tables, edge.clock());
    private final CloudStub cloud = new CloudStub(edge.issuer().publicKeys(), EdgeCity.PLATE);
    private final Entropy entropy = new Unique()::bytes;
    private final DeployedSettings settings = new DeployedSettings(prefix, cloud.endpoint(), S3.endpoint());
    private final Map<String, CallsMade> calls = new HashMap<>();
    private final Map<String, RequestStreamHandler> handlers = new HashMap<>();

    DeployedCity() {
        for (var bucket : Bucket.values()) {
            S3.client().createBucket(create -> create.bucket(name(bucket)));
        }
        govern();
        watch();
        remember();
        share();
        discloseAndHold();
    }

    /** The same city in memory: its tokens, ids and good calls fit this one. */
    EdgeCity edge() {
        return edge;
    }

    CloudStub cloud() {
        return cloud;
    }

    StoredCity stored() {
        return city;
    }

    S3Client s3() {
        return S3.client();
    }

    String name(Bucket bucket) {
        return prefix + bucket.code();
    }

    /** Started when it is first needed, and once. */
    RequestStreamHandler start(FunctionSpec function) {
        var watcher = calls(function);
        return handlers.computeIfAbsent(
                function.name(),
                _ -> Handlers.of(
                        function,
                        LambdaWiring.of(function, settings.of(function), edge.clock(), entropy, List.of(watcher))));
    }

    /** From now on, or no more, that function cannot count. */
    void failCounters(FunctionSpec function, boolean fail) {
        start(function);
        calls(function).failCounters(fail);
    }

    /** What the calls of that function needed so far. */
    Set<String> needed(FunctionSpec function) {
        return calls(function).needed();
    }

    private CallsMade calls(FunctionSpec function) {
        return calls.computeIfAbsent(function.name(), _ -> new CallsMade(prefix));
    }

    private static Entry entry(EntryType type) {
        return TestData.entry(type);
    }

    /** Asks both engines, so that both are called. */
    static EffectivePolicy policy(int version, String retention, String hitRetention) {
        var parameters = Parameters.with("RecognizerOrder", "rekognition-first");
        parameters.put("HitRetention", hitRetention);
        parameters.put("NonHitRetention", retention);
        return Parameters.valid(parameters).policy(version, Bounds.DEFAULT);
    }

    DynamoDbPolicyDocuments policies() {
        return new DynamoDbPolicyDocuments(city.client(), tables, city.changes());
    }

    private void govern() {
        var inForce = EdgeCity.withSchool(policy(2, "30d", "365d"));
        policies().put(policy(1, "30d", "365d"), entry(EntryType.POLICY_CHANGED));
        policies().put(inForce, entry(EntryType.POLICY_CHANGED));
        edge.stores().policyDocuments().put(inForce);
        var people = new DynamoDbPeople(city.client(), tables, city.changes());
        for (var person : EdgeCity.EVERYBODY) {
            people.seed(edge.stores().people().find(person).orElseThrow());
            new DynamoDbSessions(city.client(), tables, city.changes())
                    .begin(
                            new Session(person, EdgeCity.OTHER_SESSION, TestData.NOW, TestData.NOW, "another device"),
                            entry(EntryType.SIGN_IN));
        }
        var duties = new DynamoDbDuties(city.client(), tables, city.changes());
        EdgeCity.dutyHours().forEach(hours -> duties.put(hours, entry(EntryType.DUTY_HOURS_ENTERED)));
        new DynamoDbPolicyRequests(city.client(), tables, city.changes(), policies())
                .add(
                        edge.stores().policyRequests().find(EdgeCity.REQUEST).orElseThrow(),
                        null,
                        entry(EntryType.POLICY_CHANGED));
        deploy(GovernanceFunctions.MAKE_CITY_KEY, Map.of());
    }

    /** From now on nothing is stored of what matches nothing. */
    void flush() {
        policies().put(policy(3, "flush", "365d"), entry(EntryType.POLICY_CHANGED));
    }

    /** As CloudFormation starts a deployment's function. */
    void deploy(FunctionSpec function, Map<String, String> parameters) {
        Triggered.of(start(function), DeploymentEvents.event("Create", cloud.endpoint(), parameters))
                .run();
    }

    private void watch() {
        var cameras = new DynamoDbCameras(city.client(), tables, city.changes());
        for (var id : List.of(EdgeCity.SHOPS_CAMERA, EdgeCity.OPTED_IN_CAMERA)) {
            cameras.register(edge.stores().cameras().find(id).orElseThrow(), entry(EntryType.CAMERA_REGISTERED));
        }
        var suspended = TestData.camera(EdgeCity.SUSPENDED_CAMERA);
        cameras.register(
                edge.stores().cameras().find(EdgeCity.CAMERA).orElseThrow(), entry(EntryType.CAMERA_REGISTERED));
        cameras.register(TestData.camera("cam-elm"), entry(EntryType.CAMERA_REGISTERED));
        cameras.register(suspended, entry(EntryType.CAMERA_REGISTERED));
        cameras.replace(suspended.suspended(TestData.NOW), entry(EntryType.CAMERA_SUSPENDED));
        var quarantined = TestData.camera(EdgeCity.QUARANTINED_CAMERA);
        cameras.register(quarantined, entry(EntryType.CAMERA_REGISTERED));
        cameras.replace(quarantined.quarantined(TestData.NOW), entry(EntryType.CAMERA_QUARANTINED));
        new DynamoDbSamples(city.client(), tables, city.changes()).offer(edge.sampledRead());
        city.suppressions().add(EdgeCity.suppression(), entry(EntryType.PLATE_SUPPRESSED));
        city.subscriptions().add(edge.subscription(), entry(EntryType.ALERTS_SUBSCRIBED));
        city.conductReviews().put(edge.conductReview(), entry(EntryType.CONDUCT_REVIEW_OPENED));
        new S3ImportOutcomes(S3.client(), name(Bucket.LISTS))
                .put(
                        EdgeCity.LIST,
                        EdgeCity.LIST_FILE,
                        new ImportOutcome(
                                ImportOutcome.Result.REFUSED,
                                "not-approved",
                                TestData.NOW,
                                "entry",
                                Map.of(),
                                Map.of(),
                                Map.of()));
    }

    /** A picture whose read was never stored, under the hour in which its read would have ended. */
    void orphan(Instant hour) {
        var folder = new PictureFolder(RowClock.NON_HIT, hour);
        var stored =
                hour.minus(policies().find().orElseThrow().nonHitRetention().duration());
        var uploadId = new Ulids(Clock.fixed(stored, ZoneOffset.UTC), entropy).next();
        new S3Pictures(S3.client(), name(Bucket.PICTURES))
                .put(folder.key(uploadId + "-1", "plate", TestData.POLICY_HASH), EdgeCity.PICTURE);
    }

    /** Instead of pictures that can be shown, those whose hashes their keys hold. */
    void picturesAsStored() {
        var pictures = new S3Pictures(S3.client(), name(Bucket.PICTURES));
        for (var kind : PictureKind.values()) {
            pictures.put(
                    kind.of(Objects.requireNonNull(edge.read().pictures())).key(),
                    TestData.jpeg(edge.read().readId() + kind.code()));
        }
    }

    private void remember() {
        city.frames()
                .store(
                        ARead.frame(List.of(edge.read()), List.of(edge.hit().hitId())),
                        List.of(edge.read()),
                        List.of(new Frames.Raised.New(edge.hit(), entry(EntryType.HIT_RAISED))));
        var pictures = new S3Pictures(S3.client(), name(Bucket.PICTURES));
        for (var kind : PictureKind.values()) {
            pictures.put(kind.of(Objects.requireNonNull(edge.read().pictures())).key(), EdgeCity.PICTURE);
        }
        city.ledger().append(edge.view());
        FactorResetSchema.requests(city.client(), tables, city.changes())
                .add(
                        AFactorReset.pending(EdgeCity.FACTOR_RESET, EdgeCity.OPERATOR, EdgeCity.MANAGER),
                        entry(EntryType.FACTOR_RESET_REQUESTED));
        var searches = WaitingSearchSchema.requests(city.client(), tables, city.changes());
        for (var id : List.of(EdgeCity.WAITING_SEARCH, EdgeCity.ALLOWED_SEARCH)) {
            var search = edge.stores().waitingSearches().find(id).orElseThrow();
            searches.add(pending(search), entry(EntryType.SEARCH_REQUESTED));
            if (search.stored() != WaitingSearch.State.PENDING) {
                searches.revise(search, entry(EntryType.SEARCH_REQUEST_DECIDED));
            }
        }
    }

    private WaitingSearch pending(WaitingSearch search) {
        return new WaitingSearch(
                search.requestId(),
                search.personId(),
                search.digest(),
                search.requestedAt(),
                search.entryId(),
                WaitingSearch.State.PENDING,
                null,
                1);
    }

    /** In the table as in memory: with the same entries, because what is asked stands in them alone. */
    private void share() {
        var grants = GrantSchema.requests(city.client(), tables, city.changes());
        edge.grants().steps().forEach(step -> {
            if (step.grant().revision() == 1) {
                grants.add(step.grant(), step.entry());
            } else {
                grants.revise(step.grant(), step.entry());
            }
        });
    }

    private void discloseAndHold() {
        city.holds().place(edge.waitingHold(), entry(EntryType.HOLD_PLACED));
        city.holds().place(edge.copiedHold(), entry(EntryType.HOLD_PLACED));
        S3.client()
                .putObject(
                        put -> put.bucket(name(Bucket.EVIDENCE))
                                .key("e/" + EdgeCity.COPIED_HOLD + "/"
                                        + edge.read().readId() + "/read.json"),
                        RequestBody.fromString("{\"v\":1}"));
        for (var week : List.of(WeeklyReviews.DRAWN, WeeklyReviews.REPORTED)) {
            var review = edge.stores().reviews().find(week).orElseThrow();
            for (var revision = 1; revision <= review.revision(); revision++) {
                city.reviews().put(at(review, revision), entry(EntryType.REVIEW_DRAWN));
            }
        }
        city.ledger().append(edge.sealed());
        Triggered.byClock(start(LedgerFunctions.SEAL_LEDGER)).run();
    }

    private static WeeklyReview at(WeeklyReview review, int revision) {
        return new WeeklyReview(
                review.week(),
                review.commitment(),
                review.draw(),
                review.report(),
                review.approval(),
                review.missedEntryId(),
                revision);
    }

    /** With this entry of the city's own list and this list of another agency. */
    DeployedCity with(HotListEntry entry, ListSource list) {
        city.hotLists().add(entry, entry(EntryType.HOT_LIST_ENTRY_ADDED));
        city.lists().add(list, entry(EntryType.LIST_PROPOSED));
        return this;
    }

    @Override
    public void close() {
        cloud.close();
    }
}
