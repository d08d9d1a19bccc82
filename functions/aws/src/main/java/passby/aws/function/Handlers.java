package passby.aws.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import passby.aws.api.FunctionSpec;
import passby.aws.audit.LedgerHandler;
import passby.aws.audit.LedgerProofsHandler;
import passby.aws.balance.CloseDayHandler;
import passby.aws.capture.CamerasHandler;
import passby.aws.capture.SweepUploadsHandler;
import passby.aws.capture.UploadsHandler;
import passby.aws.conduct.ConductActions;
import passby.aws.conduct.DutyActions;
import passby.aws.conduct.WatchConductHandler;
import passby.aws.delivery.DeliverAlertsHandler;
import passby.aws.delivery.SubscriptionsHandler;
import passby.aws.delivery.WatchAlertsHandler;
import passby.aws.delivery.WatchEntriesHandler;
import passby.aws.deployment.AnswerUrls;
import passby.aws.evidence.CopyEvidenceHandler;
import passby.aws.evidence.CountHoldsHandler;
import passby.aws.evidence.EndHoldsHandler;
import passby.aws.evidence.EvidenceHandler;
import passby.aws.governance.CheckOptOutHandler;
import passby.aws.governance.CheckParametersHandler;
import passby.aws.governance.PolicyHandler;
import passby.aws.governance.RequestPolicyHandler;
import passby.aws.governance.SwitchCaptureHandler;
import passby.aws.hit.ExpireConfirmationsHandler;
import passby.aws.hit.HitsHandler;
import passby.aws.hit.PublishAlertsHandler;
import passby.aws.hotlist.HotListHandler;
import passby.aws.hotlist.SuppressionActions;
import passby.aws.ledger.EnterCountsHandler;
import passby.aws.lists.ImportListsHandler;
import passby.aws.lists.ListActions;
import passby.aws.lists.ListFileActions;
import passby.aws.people.AccessHandler;
import passby.aws.people.AppointPersonHandler;
import passby.aws.people.FactorActions;
import passby.aws.people.SessionActions;
import passby.aws.people.SignInHandler;
import passby.aws.plate.MakeCityKeyHandler;
import passby.aws.purge.PurgeHandler;
import passby.aws.read.AdmitFramesHandler;
import passby.aws.read.ReadPlatesHandler;
import passby.aws.read.SweepPicturesHandler;
import passby.aws.redate.RedateHandler;
import passby.aws.review.ReviewActions;
import passby.aws.review.WatchReviewsHandler;
import passby.aws.sample.SamplesHandler;
import passby.aws.sealing.SealLedgerHandler;
import passby.aws.search.SearchHandler;
import passby.aws.sharing.GrantActions;
import passby.aws.wiring.Wiring;
import passby.core.redate.DatedRows;

/** The one place where a function of the list meets its handler. */
public final class Handlers {
    private Handlers() {}

    /**
     * Makes the handler of one function, and nothing of the others.
     *
     * @throws IllegalArgumentException for a function that has no handler here
     */
    public static RequestStreamHandler of(FunctionSpec function, Wiring wiring) {
        return switch (function.name()) {
            case "IssueUploadUrls" ->
                new UploadsHandler(
                        wiring.cameras(),
                        wiring.capture().issueUploadUrls(),
                        wiring.capture().takePostedReads(),
                        wiring.counters(),
                        wiring.clock());
            case "ReadPlates" ->
                new ReadPlatesHandler(
                        wiring.read().readPlates(),
                        wiring.counters(),
                        wiring.metrics(),
                        wiring.read().retryPace(),
                        wiring.clock());
            case "PublishAlerts" -> new PublishAlertsHandler(wiring.alerts().publishAlerts(), wiring.metrics());
            case "Cameras" ->
                new CamerasHandler(
                        wiring.people(), wiring.capture().manageCameras(), wiring.counters(), wiring.clock());
            case "HotLists" ->
                new HotListHandler(
                        wiring.people(),
                        wiring.hotLists().manageCustomEntries(),
                        wiring.hotLists().auditEntries(),
                        new ListActions(wiring.hotLists().manageLists(), wiring.clock()),
                        new ListFileActions(wiring.hotLists().listFiles()),
                        new SuppressionActions(wiring.hotLists().manageSuppressions(), wiring.clock()),
                        wiring.counters(),
                        wiring.clock());
            case "ImportLists" ->
                new ImportListsHandler(
                        wiring.hotLists().importUploadedFile(),
                        wiring.hotLists().importVisibility(),
                        wiring.metrics(),
                        wiring.clock());
            case "WatchAlerts" ->
                new WatchAlertsHandler(
                        wiring.alerts().escalateHits(),
                        wiring.alerts().alertReach(),
                        wiring.alerts().recipients(),
                        wiring.metrics());
            case "WatchEntries" -> new WatchEntriesHandler(wiring.alerts().watchEntries());
            case "ExpireConfirmations" ->
                new ExpireConfirmationsHandler(
                        wiring.alerts().expireConfirmations(), wiring.alerts().finishRejections());
            case "Hits" ->
                new HitsHandler(wiring.people(), wiring.alerts().handleHits(), wiring.counters(), wiring.clock());
            case "Subscriptions" ->
                new SubscriptionsHandler(
                        wiring.people(),
                        wiring.alerts().manageSubscriptions(),
                        wiring.alerts().pushSigner(),
                        wiring.counters(),
                        wiring.clock());
            case "DeliverAlerts" ->
                new DeliverAlertsHandler(
                        wiring.alerts().deliverAlerts(pool(MESSAGES_AT_ONCE)),
                        wiring.alerts().alertPace(),
                        wiring.clock());
            case "CallWebhooks" ->
                new DeliverAlertsHandler(
                        wiring.alerts().callWebhooks(pool(MESSAGES_AT_ONCE)),
                        wiring.alerts().webhookPace(),
                        wiring.clock());
            case "Search" ->
                new SearchHandler(
                        wiring.people(),
                        wiring.searches().searchPlates(pool(LOOKS_AT_ONCE)),
                        wiring.searches().searchPartialPlates(pool(LOOKS_AT_ONCE)),
                        wiring.searches().searchCameras(pool(LOOKS_AT_ONCE)),
                        wiring.searches().viewRead(),
                        wiring.searches().correctRead(),
                        wiring.searches().requestPartialSearch(),
                        wiring.searches().viewReadPicture(),
                        wiring.counters(),
                        wiring.clock());
            case "PublicFiles" -> wiring.publicHandler();
            case "SweepUploads" ->
                new SweepUploadsHandler(
                        wiring.capture().sweepUploads(), wiring.capture().watchCameras(), wiring.metrics());
            case "Purge" ->
                new PurgeHandler(
                        wiring.retention().purgeDue(pool(ROWS_AT_ONCE)),
                        wiring.retention().purgeReports(),
                        wiring::newId,
                        wiring.metrics(),
                        wiring.clock());
            case "Redate" ->
                new RedateHandler(
                        wiring.retention().redateRows(pool(DatedRows.SEGMENTS)),
                        wiring.retention().alignBackstops(),
                        wiring.clock());
            case "SweepPictures" -> new SweepPicturesHandler(wiring.retention().sweepPictureHours());
            case "Evidence" ->
                new EvidenceHandler(
                        wiring.people(),
                        wiring.evidence().manageHolds(),
                        wiring.evidence().exportEvidence(),
                        new GrantActions(
                                wiring.evidence().manageGrants(),
                                wiring.evidence().releaseGrant(),
                                wiring.evidence().answerRecordRequest(),
                                wiring.clock()),
                        wiring.counters(),
                        wiring.clock());
            case "CopyEvidence" ->
                new CopyEvidenceHandler(wiring.evidence().copyEvidence(), wiring.metrics(), wiring.clock());
            case "EndHolds" -> new EndHoldsHandler(wiring.evidence().endHolds());
            case "CloseDay" ->
                new CloseDayHandler(
                        wiring.retention().closeDay(), wiring.retention().quarantineCameras(), wiring.metrics());
            case "Samples" ->
                new SamplesHandler(
                        wiring.people(),
                        wiring.read().labelSamples(),
                        wiring.read().enterTestDrive(),
                        wiring.read().viewReadingQuality(),
                        wiring.counters(),
                        wiring.clock());
            case "EnterCounts" -> new EnterCountsHandler(wiring.ledger().enterCounts(), wiring.metrics());
            case "AdmitFrames" -> new AdmitFramesHandler(wiring.read().admitFrames());
            case "Access" ->
                new AccessHandler(
                        wiring.people(),
                        wiring.governance().manageAccess(),
                        new DutyActions(wiring.conduct().enterDutyHours()),
                        new SessionActions(wiring.governance().manageSessions()),
                        new FactorActions(wiring.governance().resetFactors(), wiring.clock()),
                        wiring.counters(),
                        wiring.clock());
            case "SealLedger" ->
                new SealLedgerHandler(
                        wiring.ledger()::sealLedger,
                        wiring.ledger()::publishLog,
                        wiring.ledger()::publishDataSet,
                        wiring.metrics());
            case "Ledger" ->
                new LedgerHandler(
                        wiring.people(),
                        wiring.ledger().readLedger(),
                        wiring.ledger().exportLedger(),
                        new ReviewActions(wiring.ledger().reviewWeeks()),
                        new ConductActions(
                                wiring.conduct().reviewConduct(),
                                wiring.conduct().markPlates()),
                        wiring.counters(),
                        wiring.clock());
            case "LedgerProofs" ->
                new LedgerProofsHandler(
                        wiring.ledger().proveEntry(), wiring.ledger().showReviews(), wiring.counters(), wiring.clock());
            case "WatchConduct" -> new WatchConductHandler(wiring.conduct().watchConduct(), wiring.metrics());
            case "WatchReviews" -> new WatchReviewsHandler(wiring.ledger().watchReviews(), wiring.metrics());
            case "Policy" ->
                new PolicyHandler(
                        wiring.people(),
                        wiring.governance().reviewPolicy(),
                        wiring.governance().decidePolicyRequest(),
                        wiring.governance().manageExcludedZones(),
                        wiring.retention().viewPurge(),
                        wiring.counters(),
                        wiring.clock());
            case "CheckParameters" ->
                new CheckParametersHandler(wiring.governance().policyDocuments(), wiring.clock(), AnswerUrls.usual());
            case "MakeCityKey" -> new MakeCityKeyHandler(wiring.governance().wrappedCityKeys(), AnswerUrls.usual());
            case "RequestPolicy" ->
                new RequestPolicyHandler(
                        wiring.governance().applyCityParameters(), wiring.metrics(), AnswerUrls.usual());
            case "CheckOptOut" -> new CheckOptOutHandler(wiring.governance().watchOptOut(), wiring.metrics());
            case "SwitchCapture" -> new SwitchCaptureHandler(wiring.governance().switchCapture());
            case "CountHolds" -> new CountHoldsHandler(wiring.evidence().holds());
            case "SignIn" -> new SignInHandler(wiring.governance().guardSignIns());
            case "AppointPerson" -> new AppointPersonHandler(wiring.governance().appointPerson());
            default -> throw new IllegalArgumentException("no handler of a function named " + function.name());
        };
    }

    /** Rows that the purge works on at once: each waits for the network most of its time. */
    private static final int ROWS_AT_ONCE = 32;
    /** Of the distinct plates and their reads, for one search. */
    private static final int LOOKS_AT_ONCE = 32;
    /** Of one alert: each waits for a carrier, a push service or somebody's system. */
    private static final int MESSAGES_AT_ONCE = 32;

    private static ExecutorService pool(int size) {
        return Executors.newFixedThreadPool(size, Thread.ofVirtual().factory());
    }
}
