package passby.aws.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import passby.aws.api.FunctionSpec;
import passby.aws.capture.CamerasHandler;
import passby.aws.capture.SweepUploadsHandler;
import passby.aws.capture.UploadsHandler;
import passby.aws.deployment.AnswerUrls;
import passby.aws.governance.CheckOptOutHandler;
import passby.aws.governance.CheckParametersHandler;
import passby.aws.governance.PolicyHandler;
import passby.aws.governance.RequestPolicyHandler;
import passby.aws.hit.ExpireConfirmationsHandler;
import passby.aws.hit.HitsHandler;
import passby.aws.hit.PublishAlertsHandler;
import passby.aws.hotlist.HotListHandler;
import passby.aws.ledger.EnterCountsHandler;
import passby.aws.lists.ListsHandler;
import passby.aws.people.AppointPersonHandler;
import passby.aws.plate.MakeCityKeyHandler;
import passby.aws.read.AdmitFramesHandler;
import passby.aws.read.ReadPlatesHandler;
import passby.aws.search.SearchHandler;
import passby.aws.transparency.PublicHandler;
import passby.aws.wiring.Wiring;

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
                new HotListHandler(wiring.people(), wiring.manageCustomEntries(), wiring.counters(), wiring.clock());
            case "Lists" -> new ListsHandler(wiring.people(), wiring.manageLists(), wiring.counters(), wiring.clock());
            case "ExpireConfirmations" -> new ExpireConfirmationsHandler(wiring.expireConfirmations());
            case "Hits" -> new HitsHandler(wiring.people(), wiring.handleHits(), wiring.counters(), wiring.clock());
            case "Search" ->
                new SearchHandler(
                        wiring.people(),
                        wiring.searchPlates(),
                        wiring.viewReadPicture(),
                        wiring.counters(),
                        wiring.clock());
            case "PublicFiles" -> new PublicHandler(wiring.counters(), wiring.clock());
            case "SweepUploads" -> new SweepUploadsHandler(wiring.sweepUploads(), wiring.metrics());
            case "EnterCounts" -> new EnterCountsHandler(wiring.enterCounts(), wiring.metrics());
            case "AdmitFrames" -> new AdmitFramesHandler(wiring.admitFrames());
            case "Policy" ->
                new PolicyHandler(
                        wiring.people(),
                        wiring.reviewPolicy(),
                        wiring.decidePolicyRequest(),
                        wiring.counters(),
                        wiring.clock());
            case "CheckParameters" -> new CheckParametersHandler(wiring.policyDocuments(), AnswerUrls.usual());
            case "MakeCityKey" -> new MakeCityKeyHandler(wiring.wrappedCityKeys(), AnswerUrls.usual());
            case "RequestPolicy" -> new RequestPolicyHandler(wiring.applyCityParameters(), AnswerUrls.usual());
            case "CheckOptOut" -> new CheckOptOutHandler(wiring.watchOptOut(), wiring.metrics());
            case "AppointPerson" -> new AppointPersonHandler(wiring.appointPerson());
            default -> throw new IllegalArgumentException("no handler of a function named " + function.name());
        };
    }
}
