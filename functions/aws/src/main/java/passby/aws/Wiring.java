package passby.aws;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import passby.aws.api.Functions;
import passby.aws.capture.CamerasHandler;
import passby.aws.capture.S3UploadUrls;
import passby.aws.capture.S3Uploads;
import passby.aws.capture.UploadsHandler;
import passby.aws.hit.HitsHandler;
import passby.aws.hit.SnsAlerts;
import passby.aws.hotlist.HotListHandler;
import passby.aws.http.CameraAuthentication;
import passby.aws.http.Issuer;
import passby.aws.http.IssuerKeys;
import passby.aws.http.PersonAuthentication;
import passby.aws.policy.CedarAccessPolicies;
import passby.aws.recognition.S3Pictures;
import passby.aws.search.SearchHandler;
import passby.aws.transparency.PublicHandler;
import passby.core.capture.IssueUploadUrls;
import passby.core.capture.KeepCameras;
import passby.core.capture.SweepUploads;
import passby.core.hit.PublishAlerts;
import passby.core.hit.WorkHits;
import passby.core.hotlist.KeepCustomEntries;
import passby.core.hotlist.MatchHotLists;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.ledger.Counters;
import passby.core.ledger.EnterCounts;
import passby.core.ledger.Entries;
import passby.core.people.IdentifyCaller;
import passby.core.policy.FreshPolicy;
import passby.core.policy.Gate;
import passby.core.read.AdmitFrames;
import passby.core.read.ReadPlates;
import passby.core.read.RecognizeInOrder;
import passby.core.read.StoreFindings;
import passby.core.recognition.CityKey;
import passby.core.recognition.Recognizer;
import passby.core.search.PageTokens;
import passby.core.search.SearchPlates;
import passby.core.search.ViewReadPicture;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;

/** Makes every use case and handler from clients, settings and the few things that only the edge of the program may make. */
public final class Wiring {
    /** Clients of the services, pointed wherever they live. */
    public record Aws(DynamoDbClient dynamoDb, S3Client s3, S3Presigner presigner, SnsClient sns) {}

    /**
     * Names of what a deployment made.
     *
     * @param tablePrefix in front of each table's name
     * @param uploads bucket of frames
     * @param pictures bucket of crops
     * @param alerts ARN of the topic
     * @param issuer who signs people's tokens
     * @param issuerKeys where its public keys are
     */
    public record Settings(
            String tablePrefix, String uploads, String pictures, String alerts, Issuer issuer, URI issuerKeys) {}

    private final Stores stores;
    private final Aws aws;
    private final Settings settings;
    private final Supplier<CityKey> cityKey;
    private final RecognizeInOrder recognizer;
    private final Clock clock;
    private final Entropy entropy;
    private final Entries entries;
    private final FreshPolicy policy;

    public Wiring(
            Aws aws,
            Settings settings,
            Supplier<CityKey> cityKey,
            Recognizer rekognition,
            Recognizer container,
            Clock clock,
            Entropy entropy) {
        this.stores = new Stores(aws.dynamoDb(), settings.tablePrefix(), cityKey, clock);
        this.aws = aws;
        this.settings = settings;
        this.cityKey = cityKey;
        this.recognizer = new RecognizeInOrder(rekognition, container);
        this.clock = clock;
        this.entropy = entropy;
        this.entries = new Entries(clock, entropy);
        this.policy = new FreshPolicy(stores.policies(), clock);
    }

    /** Handlers of every function with routes, by its name in {@link Functions}. */
    public Map<String, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>> apiHandlers() {
        var people = new PersonAuthentication(
                settings.issuer(),
                IssuerKeys.remote(settings.issuerKeys()),
                new IdentifyCaller(stores.people(), stores.sessions(), clock),
                clock);
        var cameras = new CameraAuthentication(stores.cameras(), stores.cameraTokens(), policy, clock);
        var gate = new Gate(policy, new CedarAccessPolicies(), stores.ledger(), entries, clock);
        var counters = stores.counters();
        return Map.of(
                Functions.ISSUE_UPLOAD_URLS.name(),
                new UploadsHandler(cameras, issueUploadUrls(), counters, clock),
                Functions.CAMERAS.name(),
                new CamerasHandler(
                        people, new KeepCameras(gate, stores.cameras(), stores.ledger(), clock), counters, clock),
                Functions.HOT_LISTS.name(),
                new HotListHandler(people, keepCustomEntries(gate), counters, clock),
                Functions.HITS.name(),
                new HitsHandler(
                        people, new WorkHits(gate, stores.hits(), pictures(), stores.ledger(), clock), counters, clock),
                Functions.SEARCH.name(),
                new SearchHandler(people, searchPlates(gate), viewReadPicture(gate), counters, clock),
                Functions.PUBLIC_FILES.name(),
                new PublicHandler(counters, clock));
    }

    private IssueUploadUrls issueUploadUrls() {
        var urls = new S3UploadUrls(aws.presigner(), settings.uploads());
        return new IssueUploadUrls(policy, urls, stores.counters(), new Ulids(clock, entropy), clock);
    }

    private KeepCustomEntries keepCustomEntries(Gate gate) {
        return new KeepCustomEntries(gate, stores.hotLists(), stores.ledger(), new Ulids(clock, entropy), clock);
    }

    private SearchPlates searchPlates(Gate gate) {
        return new SearchPlates(
                gate,
                stores.reads(),
                stores.limits(),
                new PageTokens(cityKey, entropy),
                cityKey,
                stores.ledger(),
                clock);
    }

    private ViewReadPicture viewReadPicture(Gate gate) {
        return new ViewReadPicture(gate, stores.frames(), stores.reads(), pictures(), stores.ledger(), clock);
    }

    public ReadPlates readPlates() {
        var store = new StoreFindings(
                new MatchHotLists(stores.hotLists(), cityKey),
                stores.frames(),
                stores.reads(),
                stores.hits(),
                pictures(),
                entries,
                cityKey,
                clock);
        return new ReadPlates(
                policy, uploads(), stores.cameras(), recognizer, store, publishAlerts(), stores.counters(), clock);
    }

    public SweepUploads sweepUploads() {
        return new SweepUploads(policy, uploads(), stores.watermarks(), stores.counters(), clock);
    }

    public PublishAlerts publishAlerts() {
        return new PublishAlerts(stores.hits(), stores.outbox(), new SnsAlerts(aws.sns(), settings.alerts()));
    }

    public EnterCounts enterCounts() {
        return new EnterCounts(() -> policy.current().hash(), stores.counters(), stores.watermarks(), entries, clock);
    }

    public AdmitFrames admitFrames() {
        return new AdmitFrames(policy, stores.frames(), stores.watermarks(), entries, clock);
    }

    public Counters counters() {
        return stores.counters();
    }

    private S3Uploads uploads() {
        return new S3Uploads(aws.s3(), settings.uploads());
    }

    private S3Pictures pictures() {
        return new S3Pictures(aws.s3(), settings.pictures());
    }
}
