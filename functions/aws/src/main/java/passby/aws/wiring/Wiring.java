package passby.aws.wiring;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import passby.aws.api.Setting;
import passby.aws.archive.S3Archive;
import passby.aws.capture.CameraAuthentication;
import passby.aws.capture.S3Uploads;
import passby.aws.http.Authentication;
import passby.aws.http.Issuer;
import passby.aws.http.IssuerKeys;
import passby.aws.http.PersonAuthentication;
import passby.aws.lambda.MessageVisibility;
import passby.aws.lambda.SqsMessageVisibility;
import passby.aws.measure.MeasuredCounters;
import passby.aws.measure.Metrics;
import passby.aws.picture.S3Pictures;
import passby.aws.policy.CedarAccessPolicies;
import passby.aws.policy.PolicyTexts;
import passby.aws.transparency.PublicHandler;
import passby.core.archive.Archive;
import passby.core.capture.Camera;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.ledger.Counters;
import passby.core.ledger.EntryFactory;
import passby.core.lists.CachedLists;
import passby.core.note.NoteSigner;
import passby.core.people.Caller;
import passby.core.people.IdentifyCaller;
import passby.core.picture.Pictures;
import passby.core.policy.AccessPolicies;
import passby.core.policy.CachedPolicy;
import passby.core.policy.PolicyUnavailable;
import passby.core.read.Processed;
import passby.core.read.ReceivedFrame;
import passby.core.request.Authorizer;
import passby.core.retention.RecordClocks;
import passby.core.sealing.LogStore;
import passby.core.sharing.SharingPolicies;

/**
 * Makes use cases from what a city stands on and the few things that only the edge of the program may make. A function asks
 * for what it uses, and nothing else is made.
 */
public final class Wiring {
    /** A thread for each call that waits for a store; none is kept, so none can be in a snapshot. */
    static final Executor THREADS = Thread::startVirtualThread;

    private final Services services;
    private final Environment settings;
    private final Clock clock;
    private final Entropy entropy;
    private final Metrics metrics;
    private final BiConsumer<ReceivedFrame, Processed> frames;
    private final Stores stores;
    private final EntryFactory entries;
    private final CachedPolicy policy;
    private final Supplier<Authorizer> authorizer;
    private final Supplier<CedarAccessPolicies> accessPolicies = new Lazy<>(CedarAccessPolicies::new);

    /** @param settings at least those of the function that is wired */
    public Wiring(Services services, Environment settings, Clock clock, Entropy entropy, Metrics metrics) {
        this(services, settings, clock, entropy, metrics, (_, _) -> {});
    }

    /**
     * @param settings at least those of the function that is wired
     * @param frames hears what became of each frame that was received
     */
    public Wiring(
            Services services,
            Environment settings,
            Clock clock,
            Entropy entropy,
            Metrics metrics,
            BiConsumer<ReceivedFrame, Processed> frames) {
        this.services = services;
        this.settings = settings;
        this.clock = clock;
        this.entropy = entropy;
        this.metrics = metrics;
        this.frames = frames;
        this.stores = new Stores(
                services.dynamoDb(), settings.string(Setting.TABLES), services.cityKey(), this::searchRecord, clock);
        this.entries = new EntryFactory(clock, entropy, PolicyTexts.hash());
        this.policy = new CachedPolicy(stores.policies(), clock);
        this.authorizer = new Lazy<>(this::makeAuthorizer);
    }

    /** A ULID. */
    public String newId() {
        return ids().next();
    }

    public Clock clock() {
        return clock;
    }

    public Metrics metrics() {
        return metrics;
    }

    public CachedPolicy policy() {
        return policy;
    }

    public Counters counters() {
        return new MeasuredCounters(stores.counters(), metrics);
    }

    public Authentication<Caller> people() {
        var issuer = new Issuer(
                settings.string(Setting.ISSUER),
                settings.string(Setting.AUDIENCE),
                Boolean.parseBoolean(settings.string(Setting.SECOND_FACTOR_ENFORCED)));
        return new PersonAuthentication(
                issuer, IssuerKeys.remote(URI.create(settings.string(Setting.ISSUER_KEYS))), identifyCaller(), clock);
    }

    private IdentifyCaller identifyCaller() {
        return new IdentifyCaller(
                stores.people(), stores.sessions(), () -> policy.current().hash(), entries, clock);
    }

    public Authentication<Camera> cameras() {
        return new CameraAuthentication(stores.cameras(), stores.cameraTokens(), policy, clock);
    }

    /** Loads the policy engine, which is native code. */
    public AccessPolicies accessPolicies() {
        return accessPolicies.get();
    }

    /** Of the same engine. */
    SharingPolicies sharingPolicies() {
        return accessPolicies.get();
    }

    private Authorizer makeAuthorizer() {
        return new Authorizer(policy, accessPolicies(), stores.ledger(), entries, clock);
    }

    public S3Uploads uploads() {
        return new S3Uploads(services.s3(), settings.string(Setting.UPLOADS));
    }

    public Archive archive() {
        var archive = new Lazy<>(() -> new S3Archive(services.s3(), settings.string(Setting.ARCHIVE)));
        return new LazyArchive(archive);
    }

    public Pictures pictures() {
        return new LazyPictures(new Lazy<>(() -> new S3Pictures(services.s3(), settings.string(Setting.PICTURES))));
    }

    /** The client of the queue is made when a message first has to come back at another pace. */
    MessageVisibility visibility(Setting queue) {
        var visibility = new Lazy<>(() -> new SqsMessageVisibility(services.sqs(), settings.string(queue)));
        return (message, after) -> visibility.get().comeBack(message, after);
    }

    /** What acts before there is a policy, or cannot read it, keeps openings for the shortest time that there is. */
    Duration searchRecord() {
        try {
            return policy.current().records().searchRecord();
        } catch (PolicyUnavailable e) {
            return RecordClocks.DEFAULT.searchRecord();
        }
    }

    /** For how long nobody can delete what is written to the log from now on. */
    Duration ledgerKept() {
        return policy.current().records().ledger();
    }

    LogStore log() {
        return services.log(clock, this::ledgerKept);
    }

    NoteSigner logSigner() {
        return services.logSigner(policy.current().cityId() + "/ledger");
    }

    public PublicHandler publicHandler() {
        return new PublicHandler(counters(), alerts().alertReach(), new CachedLists(stores.lists(), clock), clock);
    }

    public CaptureWiring capture() {
        return new CaptureWiring(this);
    }

    public ReadWiring read() {
        return new ReadWiring(this);
    }

    public HotListWiring hotLists() {
        return new HotListWiring(this);
    }

    public AlertWiring alerts() {
        return new AlertWiring(this);
    }

    public SearchWiring searches() {
        return new SearchWiring(this);
    }

    public ConductWiring conduct() {
        return new ConductWiring(this);
    }

    public LedgerWiring ledger() {
        return new LedgerWiring(this);
    }

    public RetentionWiring retention() {
        return new RetentionWiring(this);
    }

    public EvidenceWiring evidence() {
        return new EvidenceWiring(this);
    }

    public GovernanceWiring governance() {
        return new GovernanceWiring(this);
    }

    Services services() {
        return services;
    }

    Environment settings() {
        return settings;
    }

    Entropy entropy() {
        return entropy;
    }

    Ulids ids() {
        return new Ulids(clock, entropy);
    }

    Stores stores() {
        return stores;
    }

    EntryFactory entries() {
        return entries;
    }

    Authorizer authorizer() {
        return authorizer.get();
    }

    BiConsumer<ReceivedFrame, Processed> frames() {
        return frames;
    }
}
