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
import passby.aws.delivery.DeliverAlertsHandler;
import passby.aws.delivery.SubscriptionsHandler;
import passby.aws.delivery.WatchAlertsHandler;
import passby.aws.deployment.AnswerUrls;
import passby.aws.evidence.CopyEvidenceHandler;
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
import passby.aws.plate.MakeCityKeyHandler;
import passby.aws.purge.PurgeHandler;
import passby.aws.read.AdmitFramesHandler;
import passby.aws.read.ReadPlatesHandler;
import passby.aws.read.SweepPicturesHandler;
import passby.aws.redate.RedateHandler;
import passby.aws.review.ReviewActions;
import passby.aws.review.WatchReviewsHandler;
import passby.aws.sealing.SealLedgerHandler;
import passby.aws.search.SearchHandler;
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
                new UploadsHandler(wiring.cameras(), wiring.issueUploadUrls(), wiring.counters(), wiring.clock());
            case "ReadPlates" ->
                new ReadPlatesHandler(
                        wiring.readPlates(), wiring.counters(), wiring.metrics(), wiring.retryPace(), wiring.clock());
            case "PublishAlerts" -> new PublishAlertsHandler(wiring.publishAlerts(), wiring.metrics());
            case "Cameras" ->
                new CamerasHandler(wiring.people(), wiring.manageCameras(), wiring.counters(), wiring.clock());
            case "HotLists" ->
                new HotListHandler(
                        wiring.people(),
                        wiring.manageCustomEntries(),
                        new ListActions(wiring.manageLists(), wiring.clock()),
                        new ListFileActions(wiring.listFiles()),
                        new SuppressionActions(wiring.manageSuppressions(), wiring.clock()),
                        wiring.counters(),
                        wiring.clock());
            case "ImportLists" ->
                new ImportListsHandler(
                        wiring.importUploadedFile(), wiring.importVisibility(), wiring.metrics(), wiring.clock());
            case "WatchAlerts" ->
                new WatchAlertsHandler(
                        wiring.escalateHits(), wiring.alertReach(), wiring.recipients(), wiring.metrics());
            case "ExpireConfirmations" -> new ExpireConfirmationsHandler(wiring.expireConfirmations());
            case "Hits" -> new HitsHandler(wiring.people(), wiring.handleHits(), wiring.counters(), wiring.clock());
            case "Subscriptions" ->
                new SubscriptionsHandler(
                        wiring.people(), wiring.manageSubscriptions(), wiring.counters(), wiring.clock());
            case "DeliverAlerts" -> new DeliverAlertsHandler(wiring.deliverAlerts(), wiring.clock());
            case "Search" ->
                new SearchHandler(
                        wiring.people(),
                        wiring.searchPlates(),
                        wiring.searchPartialPlates(pool(LOOKS_AT_ONCE)),
                        wiring.searchCameras(pool(LOOKS_AT_ONCE)),
                        wiring.viewRead(),
                        wiring.requestPartialSearch(),
                        wiring.viewReadPicture(),
                        wiring.counters(),
                        wiring.clock());
            case "PublicFiles" -> wiring.publicHandler();
            case "SweepUploads" -> new SweepUploadsHandler(wiring.sweepUploads(), wiring.metrics());
            case "Purge" ->
                new PurgeHandler(
                        wiring.purgeDue(pool(ROWS_AT_ONCE)),
                        wiring.purgeReports(),
                        wiring::newId,
                        wiring.metrics(),
                        wiring.clock());
            case "Redate" -> new RedateHandler(wiring.redateRows(pool(DatedRows.SEGMENTS)), wiring.clock());
            case "SweepPictures" -> new SweepPicturesHandler(wiring.sweepPictureHours());
            case "Evidence" ->
                new EvidenceHandler(
                        wiring.people(),
                        wiring.manageHolds(),
                        wiring.exportEvidence(),
                        wiring.counters(),
                        wiring.clock());
            case "CopyEvidence" -> new CopyEvidenceHandler(wiring.copyEvidence(), wiring.metrics(), wiring.clock());
            case "EndHolds" -> new EndHoldsHandler(wiring.endHolds());
            case "CloseDay" -> new CloseDayHandler(wiring.closeDay(), wiring.metrics());
            case "EnterCounts" -> new EnterCountsHandler(wiring.enterCounts(), wiring.metrics());
            case "AdmitFrames" -> new AdmitFramesHandler(wiring.admitFrames());
            case "Access" ->
                new AccessHandler(wiring.people(), wiring.manageAccess(), wiring.counters(), wiring.clock());
            case "SealLedger" -> new SealLedgerHandler(wiring::sealLedger, wiring::publishLog, wiring.metrics());
            case "Ledger" ->
                new LedgerHandler(
                        wiring.people(),
                        wiring.readLedger(),
                        wiring.exportLedger(),
                        new ReviewActions(wiring.reviewWeeks()),
                        wiring.counters(),
                        wiring.clock());
            case "LedgerProofs" ->
                new LedgerProofsHandler(wiring.proveEntry(), wiring.showReviews(), wiring.counters(), wiring.clock());
            case "WatchReviews" -> new WatchReviewsHandler(wiring.watchReviews(), wiring.metrics());
            case "Policy" ->
                new PolicyHandler(
                        wiring.people(),
                        wiring.reviewPolicy(),
                        wiring.decidePolicyRequest(),
                        wiring.viewPurge(),
                        wiring.counters(),
                        wiring.clock());
            case "CheckParameters" -> new CheckParametersHandler(wiring.policyDocuments(), AnswerUrls.usual());
            case "MakeCityKey" -> new MakeCityKeyHandler(wiring.wrappedCityKeys(), AnswerUrls.usual());
            case "RequestPolicy" -> new RequestPolicyHandler(wiring.applyCityParameters(), AnswerUrls.usual());
            case "CheckOptOut" -> new CheckOptOutHandler(wiring.watchOptOut(), wiring.metrics());
            case "SwitchCapture" -> new SwitchCaptureHandler(wiring.switchCapture());
            case "AppointPerson" -> new AppointPersonHandler(wiring.appointPerson());
            default -> throw new IllegalArgumentException("no handler of a function named " + function.name());
        };
    }

    /** Rows that the purge works on at once: each waits for the network most of its time. */
    private static final int ROWS_AT_ONCE = 32;
    /** Of the distinct plates and their reads, for one search. */
    private static final int LOOKS_AT_ONCE = 32;

    private static ExecutorService pool(int size) {
        return Executors.newFixedThreadPool(size, Thread.ofVirtual().factory());
    }
}
