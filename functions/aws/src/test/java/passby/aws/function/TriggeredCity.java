package passby.aws.function;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passby.aws.delivery.DeliverAlertsHandler;
import passby.aws.delivery.WatchEntriesHandler;
import passby.aws.deployment.AnswerUrls;
import passby.aws.deployment.DeploymentEvents;
import passby.aws.dynamodb.StoredCity;
import passby.aws.governance.CheckOptOutHandler;
import passby.aws.governance.CheckParametersHandler;
import passby.aws.governance.RequestPolicyHandler;
import passby.aws.governance.SwitchCaptureHandler;
import passby.aws.lambda.RetryLater;
import passby.aws.ledger.EnterCountsHandler;
import passby.aws.lists.ImportListsHandler;
import passby.aws.measure.Metrics;
import passby.aws.people.AppointPersonHandler;
import passby.aws.people.SignInHandler;
import passby.aws.plate.KmsStub;
import passby.aws.plate.MakeCityKeyHandler;
import passby.aws.plate.WrappedCityKeys;
import passby.aws.review.WatchReviewsHandler;
import passby.aws.sealing.SealLedgerHandler;
import passby.aws.stub.Events;
import passby.aws.stub.HttpStub;
import passby.core.archive.InMemoryArchive;
import passby.core.audit.InMemoryOpenings;
import passby.core.delivery.Address;
import passby.core.delivery.AlertFilter;
import passby.core.delivery.AlertReach;
import passby.core.delivery.Browser;
import passby.core.delivery.Channels;
import passby.core.delivery.DeliverAlerts;
import passby.core.delivery.EndsGoneAddresses;
import passby.core.delivery.InMemorySubscriptions;
import passby.core.delivery.Sending;
import passby.core.delivery.Subscription;
import passby.core.delivery.TestBrowser;
import passby.core.delivery.WatchEntries;
import passby.core.delivery.Webhook;
import passby.core.delivery.WebhookSecret;
import passby.core.delivery.WebhookUrl;
import passby.core.disclosure.Week;
import passby.core.governance.ApplyCityParameters;
import passby.core.governance.OptOut;
import passby.core.governance.Parameters;
import passby.core.governance.SwitchCapture;
import passby.core.governance.WatchOptOut;
import passby.core.hotlist.HotListEntry;
import passby.core.id.Digests;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.ledger.EnterCounts;
import passby.core.ledger.EntryFactory;
import passby.core.lists.FeedSignature;
import passby.core.lists.ImportList;
import passby.core.lists.ImportUploadedFile;
import passby.core.lists.InMemoryFeedFiles;
import passby.core.lists.InMemoryImportOutcomes;
import passby.core.lists.InMemoryListedRows;
import passby.core.lists.InMemoryManifests;
import passby.core.lists.ListPolicy;
import passby.core.lists.ListSource;
import passby.core.note.TestKeys;
import passby.core.people.AppointPerson;
import passby.core.people.Attempts;
import passby.core.people.GuardSignIns;
import passby.core.people.InMemorySignInAttempts;
import passby.core.people.Role;
import passby.core.policy.Bounds;
import passby.core.policy.CachedPolicy;
import passby.core.review.WatchReviews;
import passby.core.review.WeeklyReview;
import passby.core.sealing.InMemoryLogStore;
import passby.core.sealing.PublishLog;
import passby.core.sealing.TestLog;
import passby.core.testing.AHotListEntry;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.transparency.Pseudonyms;
import passby.core.transparency.PublishDataSet;

/** Every function that no call of the API starts, over the stores in memory, with one thing that is due for it. */
final class TriggeredCity {
    private static final AnswerUrls ANSWERS = new AnswerUrls(List.of(), AnswerUrls.TIMEOUT);
    static final Metrics METRICS = Metrics.none();

    final InMemoryCity stores = new InMemoryCity();
    final MutableClock clock = new MutableClock(NOW);
    private final CachedPolicy policy = new CachedPolicy(stores.policyDocuments(), clock);
    private final EntryFactory entries = new EntryFactory(clock, stores.entropy());
    private final Ulids ids = new Ulids(clock, stores.entropy());
    private final TriggeredReads reads = new TriggeredReads(stores, clock, policy, entries, ids);

    TriggeredCity() {
        stores.policyDocuments().put(Parameters.valid(Parameters.required()).policy(1, Bounds.DEFAULT));
    }

    /** @throws IllegalArgumentException for a function that has no case here: it needs one */
    Due due(String function) {
        return switch (function) {
            case "ReadPlates" -> reads.frame();
            case "PublishAlerts" -> reads.alert();
            case "SweepUploads" -> reads.upload();
            case "ExpireConfirmations" -> reads.confirmation();
            case "WatchAlerts" -> reads.unviewed();
            case "WatchEntries" -> missedEntry();
            case "AdmitFrames" -> reads.minute();
            case "Purge" -> reads.expiredRow();
            case "Redate" -> reads.shorterRetention();
            case "SweepPictures" -> reads.orphan();
            case "CopyEvidence" -> reads.heldRead();
            case "EndHolds" -> reads.endedHold();
            case "CloseDay" -> reads.day();
            case "DeliverAlerts" -> subscription("officer-lopez", new TestBrowser().browser());
            case "CallWebhooks" ->
                subscription(
                        Subscription.CITY,
                        new Webhook(
                                new WebhookUrl("https://dispatch.example.gov/passby"),
                                new WebhookSecret("whsec_" + "A".repeat(43) + "=")));
            case "ImportLists" -> listFile();
            case "EnterCounts" -> count();
            case "SealLedger" -> waitingEntry();
            case "WatchReviews" -> missedWeek();
            case "WatchConduct" -> new TriggeredConduct(stores, entries, ids).decoySearched();
            case "CheckParameters" -> deployment(new CheckParametersHandler(stores.policyDocuments(), clock, ANSWERS));
            case "RequestPolicy" ->
                deployment(new RequestPolicyHandler(
                        new ApplyCityParameters(
                                stores.policyDocuments(),
                                stores.policyRequests(),
                                () -> OptOut.Status.IN_FORCE,
                                entries,
                                ids,
                                clock),
                        METRICS,
                        ANSWERS));
            case "MakeCityKey" -> cityKey();
            case "CheckOptOut" -> lostOptOut();
            case "SignIn" -> sixthAttempt();
            case "AppointPerson" -> appointment();
            case "SwitchCapture" -> switchOff();
            case "CountHolds" -> reads.openHold();
            default -> throw new IllegalArgumentException("nothing is due for " + function);
        };
    }

    private Due subscription(String owner, Address address) {
        var subscriptions = new InMemorySubscriptions(stores.ledger());
        var sent = new ArrayList<Address>();
        stores.people().put(TestData.person("officer-lopez", Role.OPERATOR));
        subscriptions.put(new Subscription(
                owner,
                "01KTEST0000000000000000009",
                address,
                new AlertFilter(Set.of(), Set.of(), null),
                "01234567",
                true,
                NOW.plus(Duration.ofDays(1))));
        var deliver = new DeliverAlerts(
                subscriptions,
                stores.people(),
                (personId, at) -> Optional.empty(),
                new Channels(
                        (number, _) -> sent(sent, number),
                        (browser, _) -> gone(sent, browser),
                        (_, url, _) -> sent(sent, url)),
                new EndsGoneAddresses(subscriptions, entries, () -> TestData.POLICY_HASH, clock),
                new AlertReach(stores.watermarks(), clock),
                address instanceof Webhook ? DeliverAlerts.Audience.SYSTEMS : DeliverAlerts.Audience.OFFICERS,
                Runnable::run,
                clock);
        var later = new RetryLater((_, _) -> {}, _ -> Duration.ZERO);
        var alert = "{\"v\":1,\"hitId\":\"" + "a".repeat(52)
                + "\",\"category\":\"stolen-vehicle\",\"zone\":\"north\",\"match\":\"exact\",\"advisory\":false,"
                + "\"listAgeSeconds\":60,\"ageSeconds\":2}";
        return new Due(
                Triggered.byQueue(new DeliverAlertsHandler(deliver, later, clock), alert),
                () -> sent.equals(List.of(address)));
    }

    private static Sending sent(List<Address> sent, Address address) {
        sent.add(address);
        return Sending.SENT;
    }

    /** Of which its push service knows nothing any more. */
    private static Sending gone(List<Address> sent, Browser browser) {
        sent.add(browser);
        return Sending.GONE;
    }

    private Due listFile() {
        var files = new InMemoryFeedFiles();
        var file = "V000000001,XX0000100,20260901,T00001X,MN,2026,PC,2017,CHEV,AVA,PK,BLU\n"
                .getBytes(StandardCharsets.US_ASCII);
        var sha256 = files.send("state", file, signedBySender(HexFormat.of().formatHex(Digests.sha256(file))), NOW);
        var importList = new ImportList(
                stores.lists(),
                new InMemoryManifests(),
                new InMemoryListedRows(),
                stores.ledger(),
                entries,
                () -> ListPolicy.DEFAULT,
                () -> policy.current().hash(),
                () -> TestData.CITY_KEY,
                ids,
                clock);
        var handler = new ImportListsHandler(
                new ImportUploadedFile(files, importList::handle, new InMemoryImportOutcomes(), clock),
                (message, after) -> {},
                METRICS,
                clock);
        var body = "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"object\":{\"key\":\"f/state/" + sha256
                + "\"}}}]}";
        return new Due(
                Triggered.byQueue(handler, body),
                () -> files.fetch("state", sha256).isEmpty());
    }

    /** Puts the list with the sender's key. */
    private FeedSignature signedBySender(String sha256) {
        try {
            var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            stores.lists()
                    .put(list(
                            Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())));
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(FeedSignature.signed("state", sha256, NOW));
            return new FeedSignature("state", sha256, NOW, Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static ListSource list(String signingKey) {
        return new ListSource(
                "state",
                "State Police",
                "mn",
                Duration.ofHours(24),
                signingKey,
                new ListSource.Consent("admin-ito", Role.SYSTEM_ADMIN, NOW.minusSeconds(60), NOW.minusSeconds(60)),
                new ListSource.Consent(
                        "manager-silva", Role.PROGRAM_MANAGER, NOW.minusSeconds(30), NOW.minusSeconds(30)),
                null,
                0,
                null,
                null,
                1);
    }

    private Due count() {
        stores.watermarks().advance(EnterCounts.WATERMARK, NOW);
        stores.counters().add(Count.HEALTH, NOW);
        clock.set(NOW.plus(Duration.ofMinutes(2)));
        var enter =
                new EnterCounts(() -> policy.current().hash(), stores.counters(), stores.watermarks(), entries, clock);
        return new Due(Triggered.byClock(new EnterCountsHandler(enter, METRICS)), () -> true);
    }

    private Due waitingEntry() {
        var log = new TestLog();
        log.accept(3);
        var copy = new InMemoryLogStore();
        var data = new PublishDataSet(
                copy,
                new InMemoryArchive(),
                new InMemoryOpenings(),
                TestKeys.LOG,
                new Pseudonyms(() -> TestData.CITY_KEY),
                _ -> Optional.empty());
        var handler = new SealLedgerHandler(
                log::sealer,
                () -> new PublishLog(log.store, copy, TestKeys.LOG.verifierKey(), Duration.ZERO, clock),
                () -> data,
                METRICS);
        return new Due(Triggered.byClock(handler), () -> log.checkpoint().size() == 3);
    }

    private Due missedEntry() {
        stores.hotLists()
                .put(AHotListEntry.of("r1", "7TST123")
                        .withCreatedAt(NOW)
                        .withEffective(NOW, NOW.plus(Duration.ofDays(10)))
                        .build()
                        .toBeReviewed(NOW));
        clock.set(NOW.plus(HotListEntry.REVIEW_WITHIN));
        var watch = new WatchEntries(
                stores.hotLists(),
                new InMemorySubscriptions(stores.ledger()),
                new Channels((_, _) -> Sending.SENT, (_, _) -> Sending.SENT, (_, _, _) -> Sending.SENT),
                stores.watermarks(),
                stores.counters(),
                entries,
                policy::current,
                clock);
        return new Due(Triggered.byClock(new WatchEntriesHandler(watch)), () -> true);
    }

    private Due missedWeek() {
        var watch =
                new WatchReviews(() -> policy.current().hash(), stores.reviews(), stores.watermarks(), entries, clock);
        watch.handle();
        clock.set(Week.of(NOW).end().plus(WeeklyReview.DUE));
        return new Due(Triggered.byClock(new WatchReviewsHandler(watch, METRICS)), () -> true);
    }

    private Due deployment(RequestStreamHandler handler) {
        var stub = HttpStub.answering(new HttpStub.Answer(200, Map.of(), ""));
        return deployment(handler, stub, stub);
    }

    private static Due deployment(RequestStreamHandler handler, HttpStub stub, AutoCloseable stubs) {
        var event = DeploymentEvents.event("Update", stub.endpoint(), Parameters.with("NonHitRetention", "3d"));
        return new Due(
                Triggered.of(handler, event),
                () -> stub.received().getFirst().body().contains("\"Status\":\"SUCCESS\""),
                stubs);
    }

    private static Due cityKey() {
        var city = StoredCity.fresh();
        var kms = KmsStub.working();
        var stub = HttpStub.answering(new HttpStub.Answer(200, Map.of(), ""));
        var keys = new WrappedCityKeys(city.client(), city.tables(), kms.client(), KmsStub.KEY);
        return deployment(new MakeCityKeyHandler(keys, ANSWERS), stub, () -> {
            kms.close();
            stub.close();
        });
    }

    private Due lostOptOut() {
        var asking = Parameters.valid(Parameters.with("RecognizerOrder", "rekognition-first"));
        stores.policyDocuments().put(asking.policy(2, Bounds.DEFAULT));
        var watch = new WatchOptOut(
                stores.policyDocuments(), () -> OptOut.Status.NOT_IN_FORCE, stores.counters(), entries, clock);
        return new Due(
                Triggered.byClock(new CheckOptOutHandler(watch, METRICS)),
                () -> stores.policyDocuments().current().version() == 3);
    }

    /** Five failed in the minutes before; whoever asks is refused by an exception. */
    private Due sixthAttempt() {
        var attempts = new InMemorySignInAttempts(stores.ledger());
        var guard = new GuardSignIns(attempts, () -> policy.current().hash(), entries, clock);
        for (var failed = 0; failed < Attempts.MOST; failed++) {
            guard.mayTry("officer-lopez");
        }
        var handler = new SignInHandler(guard);
        RequestStreamHandler refused =
                (input, output, context) -> assertThatThrownBy(() -> handler.handleRequest(input, output, context))
                        .isInstanceOf(SignInHandler.Refused.class);
        return new Due(
                new Triggered(refused, Events.text("cognito-pre-authentication")),
                () -> attempts.of("officer-lopez").isLocked(clock.instant()));
    }

    private Due appointment() {
        var appoint = new AppointPerson(
                () -> policy.current().hash(), () -> policy.current().ori(), stores.people(), entries);
        var person =
                "{\"personId\":\"officer-lopez\",\"agency\":\"Springfield Police Department\",\"ori\":\"XX0000000\","
                        + "\"roles\":[\"operator\"],\"trainedUntil\":\"2037-01-01T00:00:00Z\","
                        + "\"acknowledgedUntil\":\"2037-01-01T00:00:00Z\",\"active\":true}";
        return new Due(
                new Triggered(new AppointPersonHandler(appoint), person),
                () -> stores.people().find("officer-lopez").isPresent());
    }

    private Due switchOff() {
        var capture = new SwitchCapture(stores.policyDocuments(), stores.policyRequests(), entries, ids, clock);
        return new Due(
                new Triggered(
                        new SwitchCaptureHandler(capture),
                        "{\"capture\":\"off\",\"by\":\"admin-weber\",\"reason\":\"A camera was stolen\"}"),
                () -> stores.policyDocuments().current().version() == 2);
    }
}
