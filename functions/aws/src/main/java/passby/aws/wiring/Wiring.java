package passby.aws.wiring;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import passby.aws.api.Setting;
import passby.aws.archive.S3Archive;
import passby.aws.capture.S3UploadUrls;
import passby.aws.capture.S3Uploads;
import passby.aws.delivery.SnsTextMessages;
import passby.aws.dynamodb.Tables;
import passby.aws.evidence.PdfPages;
import passby.aws.evidence.S3Vault;
import passby.aws.hit.SnsAlerts;
import passby.aws.http.Authentication;
import passby.aws.http.CameraAuthentication;
import passby.aws.http.Issuer;
import passby.aws.http.IssuerKeys;
import passby.aws.http.PersonAuthentication;
import passby.aws.lambda.MessageVisibility;
import passby.aws.lambda.SqsMessageVisibility;
import passby.aws.ledger.DynamoDbLedger;
import passby.aws.lists.S3FeedFiles;
import passby.aws.lists.S3FeedUploadUrls;
import passby.aws.lists.S3ImportOutcomes;
import passby.aws.lists.S3Manifests;
import passby.aws.measure.MeasuredCounters;
import passby.aws.measure.Metrics;
import passby.aws.picture.S3Pictures;
import passby.aws.plate.WrappedCityKeys;
import passby.aws.policy.CedarAccessPolicies;
import passby.aws.policy.PolicyTexts;
import passby.aws.read.RetryPace;
import passby.aws.transparency.PublicHandler;
import passby.core.access.ManageAccess;
import passby.core.archive.Archive;
import passby.core.audit.ExportLedger;
import passby.core.audit.IndexPeople;
import passby.core.audit.LedgerPageTokens;
import passby.core.audit.LedgerPages;
import passby.core.audit.PersonKey;
import passby.core.audit.ProveEntry;
import passby.core.audit.ReadLedger;
import passby.core.audit.SealedLog;
import passby.core.balance.CloseDay;
import passby.core.capture.Camera;
import passby.core.capture.CameraBounds;
import passby.core.capture.IssueUploadUrls;
import passby.core.capture.ManageCameras;
import passby.core.capture.SweepUploads;
import passby.core.capture.UploadUrls;
import passby.core.delivery.AlertReach;
import passby.core.delivery.DeliverAlerts;
import passby.core.delivery.EndsSubscriptions;
import passby.core.delivery.ManageSubscriptions;
import passby.core.delivery.Recipients;
import passby.core.delivery.TextMessages;
import passby.core.evidence.CopyEvidence;
import passby.core.evidence.EndHolds;
import passby.core.evidence.ExportEvidence;
import passby.core.evidence.ManageHolds;
import passby.core.evidence.NamedByHitOrSearch;
import passby.core.evidence.OpenedSearches;
import passby.core.evidence.PicturesOfHolds;
import passby.core.evidence.ProvedEntries;
import passby.core.evidence.Vault;
import passby.core.governance.ApplyCityParameters;
import passby.core.governance.DecidePolicyRequest;
import passby.core.governance.ReviewPolicy;
import passby.core.governance.SwitchCapture;
import passby.core.governance.WatchOptOut;
import passby.core.hit.EscalateHits;
import passby.core.hit.ExpireConfirmations;
import passby.core.hit.HandleHits;
import passby.core.hit.PublishAlerts;
import passby.core.hotlist.CachedOpenEntries;
import passby.core.hotlist.CachedSuppressions;
import passby.core.hotlist.ManageCustomEntries;
import passby.core.hotlist.ManageSuppressions;
import passby.core.hotlist.MatchHotLists;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.ledger.Counters;
import passby.core.ledger.EnterCounts;
import passby.core.ledger.EntryFactory;
import passby.core.lists.CachedLists;
import passby.core.lists.ImportList;
import passby.core.lists.ImportUploadedFile;
import passby.core.lists.ListFiles;
import passby.core.lists.ListPolicy;
import passby.core.lists.ManageLists;
import passby.core.note.NoteSigner;
import passby.core.people.AppointPerson;
import passby.core.people.Caller;
import passby.core.people.IdentifyCaller;
import passby.core.picture.Pictures;
import passby.core.policy.AccessPolicies;
import passby.core.policy.CachedPolicy;
import passby.core.policy.PolicyDocuments;
import passby.core.purge.PurgeDue;
import passby.core.purge.PurgeReports;
import passby.core.purge.ViewPurge;
import passby.core.read.AdmitFrames;
import passby.core.read.FindFrame;
import passby.core.read.FinishFrame;
import passby.core.read.Processed;
import passby.core.read.RaiseHits;
import passby.core.read.ReadPlates;
import passby.core.read.ReceivedFrame;
import passby.core.read.RecognizeInOrder;
import passby.core.read.StoreFindings;
import passby.core.read.SweepPictureHours;
import passby.core.reason.ReasonRules;
import passby.core.redate.RedateRows;
import passby.core.request.Authorizer;
import passby.core.retention.Clocks;
import passby.core.review.DrawSample;
import passby.core.review.ReviewWeeks;
import passby.core.review.ShowReviews;
import passby.core.review.WatchReviews;
import passby.core.sealing.PublishLog;
import passby.core.sealing.SealLedger;
import passby.core.search.PageTokens;
import passby.core.search.Purposes;
import passby.core.search.RequestPartialSearch;
import passby.core.search.SearchCameras;
import passby.core.search.SearchPartialPlates;
import passby.core.search.SearchPlates;
import passby.core.search.ViewRead;
import passby.core.search.ViewReadPicture;
import passby.core.statistics.CountDays;

/**
 * Makes use cases from what a city stands on and the few things that only the edge of the program may make. A function asks
 * for what it uses, and nothing else is made.
 */
public final class Wiring {
    /** How many workers may purge at once. */
    private static final int PURGE_LANES = 4;

    /** A thread for each call that waits for a store; none is kept, so none can be in a snapshot. */
    private static final Executor THREADS = Thread::startVirtualThread;

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
        this.stores = new Stores(services.dynamoDb(), settings.string(Setting.TABLES), services.cityKey(), clock);
        this.entries = new EntryFactory(clock, entropy, PolicyTexts.hash());
        this.policy = new CachedPolicy(stores.policies(), clock);
        this.authorizer = new Lazy<>(this::makeAuthorizer);
    }

    /** A ULID. */
    public String newId() {
        return new Ulids(clock, entropy).next();
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
        return new CedarAccessPolicies();
    }

    private Authorizer makeAuthorizer() {
        return new Authorizer(policy, accessPolicies(), stores.ledger(), entries, clock);
    }

    public UploadUrls uploadUrls() {
        return new S3UploadUrls(services.presigner(), settings.string(Setting.UPLOADS));
    }

    public IssueUploadUrls issueUploadUrls() {
        return new IssueUploadUrls(
                policy,
                new CameraBounds(stores.cameraUses()),
                uploadUrls(),
                stores.counters(),
                new Ulids(clock, entropy),
                clock);
    }

    public ManageCameras manageCameras() {
        return new ManageCameras(authorizer.get(), stores.cameras(), stores.cameraUses(), clock);
    }

    public ManageCustomEntries manageCustomEntries() {
        return new ManageCustomEntries(
                authorizer.get(), stores.hotLists(), stores.limits(), new Ulids(clock, entropy), clock);
    }

    public ManageSuppressions manageSuppressions() {
        return new ManageSuppressions(authorizer.get(), stores.suppressions(), new Ulids(clock, entropy), clock);
    }

    public ManageAccess manageAccess() {
        var people = new EndsSubscriptions(stores.people(), stores.subscriptions(), clock);
        return new ManageAccess(authorizer.get(), people, clock);
    }

    public ManageLists manageLists() {
        return new ManageLists(authorizer.get(), stores.lists(), this::listPolicy, clock);
    }

    private ListPolicy listPolicy() {
        return ListPolicy.of(policy.current());
    }

    /** Its clients of S3 are made at the first file. */
    public ListFiles listFiles() {
        var urls = new Lazy<>(() -> new S3FeedUploadUrls(services.presigner(), settings.string(Setting.FEEDS)));
        var outcomes = new Lazy<>(this::importOutcomes);
        return new ListFiles(
                authorizer.get(),
                stores.lists(),
                (upload, life) -> urls.get().sign(upload, life),
                new LazyOutcomes(outcomes),
                this::listPolicy,
                clock);
    }

    private S3ImportOutcomes importOutcomes() {
        return new S3ImportOutcomes(services.s3(), settings.string(Setting.LISTS));
    }

    public ImportUploadedFile importUploadedFile() {
        var importList = new ImportList(
                stores.lists(),
                new S3Manifests(services.s3(), settings.string(Setting.LISTS)),
                stores.listedRows(),
                stores.ledger(),
                entries,
                this::listPolicy,
                () -> policy.current().hash(),
                services.cityKey(),
                new Ulids(clock, entropy),
                clock);
        var files = new S3FeedFiles(services.s3(), settings.string(Setting.FEEDS));
        return new ImportUploadedFile(files, importList::handle, importOutcomes(), clock);
    }

    /** Of the queue of lists. */
    public MessageVisibility importVisibility() {
        return visibility(Setting.LISTS_QUEUE);
    }

    /** The client of the queue is made when a message first has to come back at another pace. */
    private MessageVisibility visibility(Setting queue) {
        var visibility = new Lazy<>(() -> new SqsMessageVisibility(services.sqs(), settings.string(queue)));
        return (message, after) -> visibility.get().comeBack(message, after);
    }

    public ExpireConfirmations expireConfirmations() {
        return new ExpireConfirmations(
                stores.hits(), entries, () -> policy.current().hash(), clock);
    }

    public HandleHits handleHits() {
        return new HandleHits(authorizer.get(), stores.hits(), pictures(), clock);
    }

    private Purposes purposes() {
        return new Purposes(ReasonRules.load(), counters(), clock);
    }

    public SearchPlates searchPlates() {
        var key = services.cityKey();
        return new SearchPlates(
                authorizer.get(),
                stores.reads(),
                stores.limits(),
                new PageTokens(key, entropy),
                purposes(),
                key,
                stores.ledger(),
                clock);
    }

    /** @param pool on which several plates are looked for at once */
    public SearchPartialPlates searchPartialPlates(ExecutorService pool) {
        var key = services.cityKey();
        return new SearchPartialPlates(
                authorizer.get(),
                stores.waitingSearches(),
                stores.plateIndex(pool),
                stores.reads(),
                pool,
                stores.limits(),
                new PageTokens(key, entropy),
                purposes(),
                key,
                stores.ledger(),
                clock);
    }

    /** @param pool on which several cameras and rows are looked at at once */
    public SearchCameras searchCameras(ExecutorService pool) {
        return new SearchCameras(
                authorizer.get(),
                stores.cameras(),
                stores.reads(),
                pool,
                stores.limits(),
                new PageTokens(services.cityKey(), entropy),
                purposes(),
                stores.ledger(),
                clock);
    }

    public ViewRead viewRead() {
        return new ViewRead(authorizer.get(), stores.frames(), stores.reads(), stores.limits(), purposes(), clock);
    }

    public RequestPartialSearch requestPartialSearch() {
        return new RequestPartialSearch(
                authorizer.get(),
                stores.waitingSearches(),
                stores.openings()::find,
                stores.people(),
                purposes(),
                services.cityKey(),
                new Ulids(clock, entropy),
                clock);
    }

    public ViewReadPicture viewReadPicture() {
        return new ViewReadPicture(authorizer.get(), stores.frames(), stores.reads(), pictures(), purposes(), clock);
    }

    public Function<ReceivedFrame, Processed> readPlates() {
        var key = services.cityKey();
        var hotLists = stores.hotLists();
        var store = new StoreFindings(
                new MatchHotLists(
                        hotLists,
                        new CachedOpenEntries(hotLists, clock),
                        new CachedSuppressions(stores.suppressions(), clock),
                        key),
                stores.frames(),
                stores.reads(),
                new RaiseHits(stores.hits(), stores.cameras(), stores.reads(), entries, key, THREADS, clock),
                pictures(),
                entropy,
                key,
                THREADS,
                clock);
        // A city whose policy asks only one of them never makes the client of the other.
        var rekognition = new Lazy<>(services::rekognition);
        var recognizer = new RecognizeInOrder(frame -> rekognition.get().read(frame), services.container());
        var uploads = uploads();
        var marks = stores.processedUploads();
        var readPlates = new ReadPlates(
                policy,
                new FindFrame(stores.frames(), marks, uploads, stores.cameras(), THREADS),
                recognizer,
                store,
                publishAlerts(),
                new FinishFrame(uploads, marks, new CameraBounds(stores.cameraUses()), counters(), clock),
                THREADS,
                clock);
        return frame -> {
            var processed = readPlates.handle(frame);
            frames.accept(frame, processed);
            return processed;
        };
    }

    public RetryPace retryPace() {
        return new RetryPace(
                visibility(Setting.UPLOADS_QUEUE), () -> policy.current().nonHitRetention());
    }

    public SweepUploads sweepUploads() {
        return new SweepUploads(policy, uploads(), stores.watermarks(), counters(), clock);
    }

    public PublishAlerts publishAlerts() {
        var alerts = new Lazy<>(() -> new SnsAlerts(services.sns(), settings.string(Setting.ALERTS)));
        return new PublishAlerts(
                stores.hits(),
                stores.outbox(),
                stores.cameras(),
                alert -> alerts.get().publish(alert),
                clock);
    }

    public EscalateHits escalateHits() {
        return new EscalateHits(stores.hits(), publishAlerts(), entries, policy::current, clock);
    }

    public AlertReach alertReach() {
        return new AlertReach(stores.watermarks(), clock);
    }

    public Recipients recipients() {
        return stores.recipients();
    }

    public PublicHandler publicHandler() {
        return new PublicHandler(counters(), alertReach(), new CachedLists(stores.lists(), clock), clock);
    }

    public DeliverAlerts deliverAlerts() {
        return new DeliverAlerts(stores.recipients(), stores.people(), textMessages(), clock);
    }

    public ManageSubscriptions manageSubscriptions() {
        return new ManageSubscriptions(
                authorizer.get(), stores.subscriptions(), textMessages(), entropy, new Ulids(clock, entropy), clock);
    }

    private TextMessages textMessages() {
        var texts = new Lazy<>(() -> new SnsTextMessages(services.sns()));
        return (number, text) -> texts.get().send(number, text);
    }

    public EnterCounts enterCounts() {
        return new EnterCounts(() -> policy.current().hash(), stores.counters(), stores.watermarks(), entries, clock);
    }

    public AdmitFrames admitFrames() {
        return new AdmitFrames(policy, stores.frames(), stores.tallies(), archive(), entries, clock);
    }

    private NoteSigner logSigner() {
        return services.logSigner(policy.current().cityId() + "/ledger");
    }

    public SealLedger sealLedger() {
        var keys = new PersonKey(services.cityKey());
        var index = new IndexPeople(
                stores.entryIndex(), stores.openings(), stores.personIndex(), keys, DynamoDbLedger.OPENINGS_KEPT);
        return new SealLedger(
                stores.pendingEntries(), index, services.log(clock), logSigner(), services.witnesses(), clock);
    }

    public PublishLog publishLog() {
        return new PublishLog(
                services.log(clock),
                services.publicLog(clock),
                logSigner().verifierKey(),
                services.publicDelay(),
                clock);
    }

    private SealedLog sealedLog() {
        return new SealedLog(services.log(clock), new Lazy<>(() -> logSigner().verifierKey()));
    }

    private LedgerPages ledgerPages() {
        return new LedgerPages(sealedLog(), stores.openings(), stores.personIndex(), new PersonKey(services.cityKey()));
    }

    public ReadLedger readLedger() {
        var tokens = new LedgerPageTokens(services.cityKey(), entropy);
        return new ReadLedger(authorizer.get(), sealedLog(), ledgerPages(), stores.entryIndex(), tokens, clock);
    }

    public ExportLedger exportLedger() {
        return new ExportLedger(authorizer.get(), sealedLog(), ledgerPages(), readLedger());
    }

    public ProveEntry proveEntry() {
        return new ProveEntry(sealedLog(), stores.entryIndex());
    }

    public ReviewWeeks reviewWeeks() {
        var drawSample = new DrawSample(sealedLog(), stores.entryIndex(), stores.openings());
        return new ReviewWeeks(authorizer.get(), stores.reviews(), drawSample, clock);
    }

    public ShowReviews showReviews() {
        return new ShowReviews(stores.reviews(), clock);
    }

    public WatchReviews watchReviews() {
        return new WatchReviews(() -> policy.current().hash(), stores.reviews(), stores.watermarks(), entries, clock);
    }

    /** Every version of the policy, to see or to change. */
    public PolicyDocuments policyDocuments() {
        return stores.policies();
    }

    public PurgeReports purgeReports() {
        return stores.purgeReports();
    }

    public ViewPurge viewPurge() {
        return new ViewPurge(authorizer.get(), stores.purgeReports(), clock);
    }

    public ReviewPolicy reviewPolicy() {
        return new ReviewPolicy(authorizer.get(), stores.policies(), stores.policyRequests(), clock);
    }

    public DecidePolicyRequest decidePolicyRequest() {
        return new DecidePolicyRequest(
                authorizer.get(),
                stores.policies(),
                stores.policyRequests(),
                services.optOut(),
                this::isSettled,
                clock);
    }

    public ApplyCityParameters applyCityParameters() {
        var ids = new Ulids(clock, entropy);
        return new ApplyCityParameters(
                stores.policies(), stores.policyRequests(), services.optOut(), entries, ids, clock);
    }

    public SwitchCapture switchCapture() {
        var ids = new Ulids(clock, entropy);
        return new SwitchCapture(stores.policies(), stores.policyRequests(), entries, ids, clock);
    }

    public WatchOptOut watchOptOut() {
        return new WatchOptOut(stores.policies(), services.optOut(), counters(), entries, clock);
    }

    public WrappedCityKeys wrappedCityKeys() {
        var tables = new Tables(settings.string(Setting.TABLES));
        return new WrappedCityKeys(services.dynamoDb(), tables, services.kms(), settings.string(Setting.CITY_KEY));
    }

    public AppointPerson appointPerson() {
        return new AppointPerson(() -> policy.current().hash(), stores.people(), entries);
    }

    public S3Uploads uploads() {
        return new S3Uploads(services.s3(), settings.string(Setting.UPLOADS));
    }

    private boolean isSettled(Clocks inForce, Instant now) {
        return stores.datings()
                .find()
                .filter(dating -> dating.isSettled(inForce, now))
                .isPresent();
    }

    public Archive archive() {
        var archive = new Lazy<>(() -> new S3Archive(services.s3(), settings.string(Setting.ARCHIVE)));
        return new LazyArchive(archive);
    }

    /** @param pool how many rows are deleted at once is its size */
    public PurgeDue purgeDue(ExecutorService pool) {
        return new PurgeDue(
                policy,
                stores.expiringRows(),
                pictures(),
                stores.lanes(),
                archive(),
                entries,
                new Ulids(clock, entropy),
                pool,
                PURGE_LANES,
                clock);
    }

    /** @param pool segments of a table are walked on it */
    public RedateRows redateRows(ExecutorService pool) {
        return new RedateRows(
                policy, stores.datedRows(), stores.datings(), entries, new Ulids(clock, entropy), pool, clock);
    }

    public SweepPictureHours sweepPictureHours() {
        var pictures = new S3Pictures(services.s3(), settings.string(Setting.PICTURES));
        var held = new PicturesOfHolds(stores.holds(), stores.reads());
        return new SweepPictureHours(policy, pictures, pictures, held, stores.watermarks(), clock);
    }

    private Vault vault() {
        var locks = Boolean.parseBoolean(settings.string(Setting.EVIDENCE_LOCKS));
        return new S3Vault(services.s3(), settings.string(Setting.EVIDENCE), locks);
    }

    public ManageHolds manageHolds() {
        var named = new NamedByHitOrSearch(stores.hits(), new OpenedSearches(stores.openings()));
        return new ManageHolds(
                authorizer.get(),
                stores.holds(),
                stores.frames(),
                stores.reads(),
                named,
                new Ulids(clock, entropy),
                clock);
    }

    public ExportEvidence exportEvidence() {
        var proofs = new ProvedEntries(proveEntry(), () -> logSigner().verifierKey());
        return new ExportEvidence(
                authorizer.get(),
                stores.holds(),
                vault(),
                new PdfPages(),
                stores.ledger(),
                proofs,
                ExportEvidence.checker(),
                clock);
    }

    public CopyEvidence copyEvidence() {
        return new CopyEvidence(
                policy,
                stores.holds(),
                stores.heldRows(),
                stores.reads(),
                pictures(),
                services.plateMask(),
                vault(),
                entries,
                clock);
    }

    public EndHolds endHolds() {
        var holds = stores.holds();
        return new EndHolds(policy, holds, holds, stores.heldRows(), vault(), entries, clock);
    }

    public CloseDay closeDay() {
        return new CloseDay(
                policy,
                stores.tallies(),
                stores.aliveReads(),
                archive(),
                new CountDays(stores.counters(), archive()),
                stores.watermarks(),
                entries,
                clock);
    }

    public Pictures pictures() {
        return new LazyPictures(new Lazy<>(() -> new S3Pictures(services.s3(), settings.string(Setting.PICTURES))));
    }
}
