package passby.aws.testing;

import java.time.Duration;
import java.util.Map;
import passby.core.disclosure.Lot;
import passby.core.disclosure.Week;
import passby.core.id.Digests;
import passby.core.review.WeeklyReviews;
import passby.core.testing.TestData;

/** One call for each operation that is right in everything, in a fresh {@link EdgeCity}. */
public final class GoodCalls {
    public static final String PURPOSE = "{\"offenceCode\":\"240\",\"caseNumber\":\"26-004711\","
            + "\"narrative\":\"Car taken from the owner's drive last night.\",\"legalBasis\":\"reasonable-suspicion\","
            + "\"onBehalfOf\":\"self\",\"outsideAssignment\":\"none\"}";
    private static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final String LIST = "/v1/lists/" + EdgeCity.LIST;

    private GoodCalls() {}

    /** By operation id. */
    public static Map<String, Call> of(EdgeCity city) {
        var sample = "/v1/samples/" + EdgeCity.SAMPLE.format();
        var hit = "/v1/hits/" + city.hit().hitId().value();
        var entry = "/v1/hot-list-entries/" + EdgeCity.RECORD;
        var key = ",\"kid\":\"key-2\",\"publicKey\":\"" + new CameraSigner("key-2").publicKey() + "\"}";
        return Map.ofEntries(
                Map.entry("issueUploadUrls", Call.post("/v1/uploads", uploads(city, Duration.ZERO))),
                Map.entry("postReads", Call.post("/v1/reads", "{\"reads\":[" + read(city, "7TST123") + "]}")),
                Map.entry("viewCameras", Call.get("/v1/cameras")),
                Map.entry("registerCamera", Call.post("/v1/cameras", newCamera() + key)),
                Map.entry(
                        "addCameraKey", Call.post("/v1/cameras/" + EdgeCity.CAMERA + "/keys", "{" + key.substring(1))),
                Map.entry("suspendCamera", suspension(city)),
                Map.entry("resumeCamera", Call.delete("/v1/cameras/" + EdgeCity.SUSPENDED_CAMERA + "/suspension")),
                Map.entry(
                        "changeCaptions",
                        Call.put(
                                "/v1/cameras/" + EdgeCity.CAMERA + "/captions",
                                "{\"captions\":[{\"left\":0,\"top\":0,\"width\":1,\"height\":0.05}]}")),
                Map.entry(
                        "optInCamera",
                        Call.put(
                                "/v1/cameras/" + EdgeCity.SHOPS_CAMERA + "/opt-in",
                                "{\"consent\":\"Letter of the shop\"}")),
                Map.entry("optOutCamera", Call.delete("/v1/cameras/" + EdgeCity.OPTED_IN_CAMERA + "/opt-in")),
                Map.entry("retireCamera", Call.post("/v1/cameras/" + EdgeCity.CAMERA + "/retirement", "")),
                Map.entry("addHotListEntry", Call.post("/v1/hot-list-entries", newEntry(city))),
                Map.entry("listHotListEntries", Call.get("/v1/hot-list-entries")),
                Map.entry(
                        "updateHotListEntry",
                        Call.post(
                                entry + "/updates",
                                newEntry(city)
                                        .replace("4tst 002", EdgeCity.PLATE)
                                        .replace("{\"plate", "{\"revision\":1,\"plate"))),
                Map.entry("approveHotListEntry", Call.post(entry + "/approval", "")),
                Map.entry("keepHotListEntry", Call.post(entry + "/reviews", "{\"reason\":\"Still sought\"}")),
                Map.entry(
                        "auditHotListEntries",
                        Call.post("/v1/hot-list-audits", "{\"questioned\":0,\"narrative\":\"All are still sought\"}")),
                Map.entry(
                        "suppressPlate",
                        Call.post(
                                "/v1/suppressions",
                                "{\"plate\":\"7TST123\",\"state\":\"CA\",\"source\":\"ncic\",\"reason\":\"Recovered\","
                                        + "\"caseNumber\":\"26-004711\",\"expires\":\""
                                        + city.now().plusSeconds(86_400)
                                        + "\"}")),
                Map.entry("listSuppressions", Call.get("/v1/suppressions")),
                Map.entry("endSuppression", Call.delete("/v1/suppressions/" + EdgeCity.SUPPRESSION)),
                Map.entry("viewLists", Call.get("/v1/lists")),
                Map.entry("proposeList", Call.post("/v1/lists", newList())),
                Map.entry("acceptList", Call.post(LIST + "/acceptance", "{\"role\":\"system-admin\"}")),
                Map.entry("suspendList", Call.post(LIST + "/suspension", "")),
                Map.entry(
                        "announceListFile",
                        Call.post(LIST + "/files", "{\"sha256\":\"" + SHA_256 + "\",\"role\":\"system-admin\"}")),
                Map.entry("approveListFile", Call.post(LIST + "/file-approvals", "{\"role\":\"system-admin\"}")),
                Map.entry(
                        "uploadListFile",
                        Call.post(LIST + "/uploads", "{\"sha256\":\"" + EdgeCity.LIST_FILE + "\",\"bytes\":100}")),
                Map.entry("viewListImport", Call.get(LIST + "/imports/" + EdgeCity.LIST_FILE)),
                Map.entry("viewHotListEntry", Call.get(entry)),
                Map.entry("withdrawHotListEntry", Call.delete(entry)),
                Map.entry("clearQuarantine", Call.delete("/v1/cameras/" + EdgeCity.QUARANTINED_CAMERA + "/quarantine")),
                Map.entry("viewReadingQuality", Call.get("/v1/reading-quality")),
                Map.entry("listSamples", Call.get("/v1/samples")),
                Map.entry("viewSample", Call.get(sample)),
                Map.entry("streamSamplePicture", Call.get(sample + "/pictures/plate")),
                Map.entry("labelSample", Call.put(sample + "/label", "{\"label\":\"right\"}")),
                Map.entry("enterTestDrive", Call.post("/v1/test-drives", testDrive(city))),
                Map.entry("listHits", Call.get("/v1/hits")),
                Map.entry("viewHit", Call.get(hit)),
                Map.entry("listOlderHits", Call.get(hit + "/older")),
                Map.entry("streamHitPicture", Call.get(hit + "/pictures/plate")),
                Map.entry("stepHit", Call.post(hit + "/steps", "{\"step\":\"image-matched\"}")),
                Map.entry(
                        "subscribeToAlerts",
                        Call.post("/v1/subscriptions", "{\"number\":\"+15555550123\",\"categories\":[],\"zones\":[]}")),
                Map.entry("listSubscriptions", Call.get("/v1/subscriptions")),
                Map.entry(
                        "confirmSubscription",
                        Call.post(
                                "/v1/subscriptions/" + EdgeCity.SUBSCRIPTION + "/confirmation",
                                "{\"code\":\"" + EdgeCity.CODE + "\"}")),
                Map.entry("endSubscription", Call.delete("/v1/subscriptions/" + EdgeCity.SUBSCRIPTION)),
                Map.entry("searchPlate", Call.post("/v1/searches", search(city))),
                Map.entry(
                        "searchCameras",
                        Call.post("/v1/camera-searches", cameraSearch(city, "\"vehicle\":{\"colours\":[\"red\"]},"))),
                Map.entry(
                        "viewRead",
                        Call.post("/v1/read-views/" + city.read().readId(), "{\"purpose\":" + PURPOSE + "}")),
                Map.entry(
                        "correctRead",
                        Call.post(
                                "/v1/read-corrections/" + city.read().readId(),
                                "{\"view\":\"" + city.view().entryId()
                                        + "\",\"plate\":\"8PSB001\",\"reason\":\"An 8\"}")),
                Map.entry("searchPartialPlate", Call.post("/v1/partial-searches", partialSearch(city))),
                Map.entry("requestSearch", Call.post("/v1/search-requests", searchRequest(city))),
                Map.entry("listSearchRequests", Call.get("/v1/search-requests")),
                Map.entry("decideSearchRequest", searchApproval(EdgeCity.WAITING_SEARCH, "chief")),
                Map.entry(
                        "streamReadPicture",
                        Call.post(
                                "/v1/read-pictures/" + city.read().readId() + "/plate",
                                "{\"purpose\":" + PURPOSE + "}")),
                Map.entry("viewHolds", Call.get("/v1/holds")),
                Map.entry("placeHold", Call.post("/v1/holds", hold(city))),
                Map.entry(
                        "requestHold",
                        Call.post(
                                "/v1/holds/" + EdgeCity.COPIED_HOLD + "/requests",
                                "{\"action\":\"release\",\"role\":\"chief\"}")),
                Map.entry(
                        "decideHold",
                        Call.post(
                                "/v1/holds/" + EdgeCity.WAITING_HOLD + "/decisions",
                                "{\"decision\":\"approve\",\"role\":\"chief\"}")),
                Map.entry("exportEvidence", Call.post("/v1/holds/" + EdgeCity.COPIED_HOLD + "/exports", "")),
                Map.entry("requestGrant", Call.post("/v1/grants", grant(city))),
                Map.entry("listGrants", Call.get("/v1/grants")),
                Map.entry(
                        "decideGrant",
                        Call.post(
                                "/v1/grants/" + EdgeCity.WAITING_GRANT + "/decisions",
                                "{\"approve\":true,\"reason\":\"Fits the report\"}")),
                Map.entry("releaseGrant", Call.post("/v1/grants/" + EdgeCity.APPROVED_GRANT + "/packages", "")),
                Map.entry(
                        "answerRecordRequest",
                        Call.post(
                                "/v1/record-requests",
                                "{\"plate\":\"" + EdgeCity.PLATE
                                        + "\",\"state\":\"CA\",\"requestNumber\":\"RR-2036-17\",\"identity\":\"File 17\"}")),
                Map.entry("grantAccess", Call.post("/v1/people", access(city))),
                Map.entry("revokeAccess", Call.post("/v1/people/" + EdgeCity.OPERATOR + "/revocations", "")),
                Map.entry(
                        "acknowledgePolicy",
                        Call.post("/v1/acknowledgements", "{\"policyHash\":\"" + city.policyHash() + "\"}")),
                Map.entry("listOwnSessions", Call.get("/v1/sessions")),
                Map.entry(
                        "endOwnSession",
                        Call.post(
                                "/v1/sessions/"
                                        + Digests.sha256Hex(EdgeCity.OTHER_SESSION)
                                                .substring(0, 32) + "/ends",
                                "")),
                Map.entry(
                        "requestFactorReset",
                        Call.post(
                                "/v1/people/" + EdgeCity.OPERATOR + "/factor-resets",
                                "{\"reason\":\"The telephone fell into the river\"}")),
                Map.entry("listFactorResets", Call.get("/v1/factor-resets")),
                Map.entry(
                        "decideFactorReset",
                        Call.post(
                                "/v1/factor-resets/" + EdgeCity.FACTOR_RESET + "/decisions",
                                "{\"approve\":true,\"role\":\"chief\",\"reason\":\"Seen in person\"}")),
                Map.entry("listSessions", Call.get("/v1/people/" + EdgeCity.OPERATOR + "/sessions")),
                Map.entry(
                        "endSession",
                        Call.post(
                                "/v1/people/" + EdgeCity.OPERATOR + "/sessions/"
                                        + Digests.sha256Hex(EdgeCity.OTHER_SESSION)
                                                .substring(0, 32) + "/ends",
                                "")),
                Map.entry("viewPolicy", Call.get("/v1/policy")),
                Map.entry("viewRetentionHealth", Call.get("/v1/health/retention")),
                Map.entry("listPolicyRequests", Call.get("/v1/policy-requests")),
                Map.entry("decidePolicyRequest", approval("chief")),
                Map.entry("addExcludedZones", Call.post("/v1/excluded-zones", zones())),
                Map.entry(
                        "removeExcludedZones",
                        Call.post(
                                "/v1/excluded-zones/removals",
                                "{\"zoneIds\":[\"" + EdgeCity.SCHOOL + "\"],\"reason\":\"It has moved\"}")),
                Map.entry("searchLedger", Call.post("/v1/ledger/searches", lastDay(city))),
                Map.entry("viewOwnEntries", Call.post("/v1/ledger/own-searches", lastDay(city))),
                Map.entry("viewEntry", Call.get("/v1/ledger/" + city.sealed().entryId())),
                Map.entry("exportLedger", Call.post("/v1/ledger/exports", lastDay(city))),
                Map.entry(
                        "discloseField",
                        Call.post(
                                "/v1/ledger/" + city.sealed().entryId() + "/disclosures",
                                "{\"field\":\"plate\",\"reason\":\"Request 26-112\"}")),
                Map.entry(
                        "proveEntry",
                        Call.get("/v1/ledger/proofs/" + city.sealed().entryId())),
                Map.entry("listReviews", Call.get("/v1/reviews")),
                Map.entry("viewReview", Call.get("/v1/reviews/" + WeeklyReviews.DRAWN.code())),
                Map.entry(
                        "commitReviewNumber",
                        Call.post(thisWeek() + "/numbers", "{\"commitment\":\"" + SHA_256 + "\"}")),
                Map.entry("drawReview", Call.post(thisWeek() + "/draws", beacon())),
                Map.entry(
                        "reportReview",
                        Call.post(
                                "/v1/reviews/" + WeeklyReviews.DRAWN.code() + "/reports",
                                "{\"questioned\":1,\"narrative\":\"One has no report.\"}")),
                Map.entry(
                        "approveReview", Call.post("/v1/reviews/" + WeeklyReviews.REPORTED.code() + "/approvals", "")),
                Map.entry("listConductReviews", Call.get("/v1/conduct-reviews")),
                Map.entry(
                        "fileFinding",
                        Call.post(
                                "/v1/conduct-reviews/" + EdgeCity.CONDUCT_REVIEW + "/findings",
                                "{\"class\":\"no-misuse\",\"narrative\":\"The detective explained the case.\"}")),
                Map.entry(
                        "placeDecoy",
                        Call.post(
                                "/v1/decoys",
                                "{\"until\":\"" + inNinetyDays() + "\",\"read\":{\"cameraId\":\"" + EdgeCity.CAMERA
                                        + "\",\"seenAt\":\"" + city.now().minus(Duration.ofHours(1)) + "\"}}")),
                Map.entry(
                        "enterDutyHours",
                        Call.post(
                                "/v1/duty-hours",
                                "{\"personId\":\"" + EdgeCity.OPERATOR
                                        + "\",\"timeZone\":\"America/Chicago\",\"weekly\":[{\"day\":\"monday\",\"from\":\"07:00\",\"hours\":10}],\"until\":\""
                                        + inNinetyDays() + "\"}")),
                Map.entry(
                        "swapShift",
                        Call.post(
                                "/v1/duty-hours/swaps",
                                "{\"personId\":\"" + EdgeCity.OPERATOR + "\",\"takenBy\":\"" + EdgeConduct.PARTNER
                                        + "\",\"from\":\"2036-05-11T03:00:00.000Z\",\"to\":\"2036-05-11T13:00:00.000Z\"}")),
                Map.entry(
                        "registerOwnPlate",
                        Call.post("/v1/own-plates", "{\"plate\":\"7TST123\",\"until\":\"" + inNinetyDays() + "\"}")),
                Map.entry("health", Call.get("/v1/health")),
                Map.entry("listPublicLists", Call.get("/v1/public-lists")),
                Map.entry("openApi", Call.get("/openapi.json")));
    }

    private static String inNinetyDays() {
        return TestData.NOW.plus(Duration.ofDays(90)).toString();
    }

    private static String thisWeek() {
        return "/v1/reviews/" + Week.of(TestData.NOW).code();
    }

    private static String beacon() {
        return "{\"round\":" + Lot.Beacon.roundOf(Week.of(TestData.NOW)) + ",\"randomness\":\"" + SHA_256 + "\"}";
    }

    private static String hold(EdgeCity city) {
        return "{\"kind\":\"criminal\",\"caseNumber\":\"26-004711\",\"authority\":\"Court order 12\","
                + "\"party\":\"prosecution\",\"role\":\"chief\",\"reviewAt\":\""
                + city.now().plus(Duration.ofDays(90)) + "\",\"reads\":[{\"readId\":\""
                + city.read().readId() + "\",\"namedBy\":\""
                + city.hit().hitId().value() + "\"}]}";
    }

    private static String access(EdgeCity city) {
        return "{\"personId\":\"officer-reyes\",\"agency\":\"Springfield Police Department\",\"ori\":\"XX0000000\","
                + "\"roles\":[\"program-manager\"],\"trainedUntil\":\""
                + city.now().plus(Duration.ofDays(300)) + "\"}";
    }

    private static Call suspension(EdgeCity city) {
        return Call.put("/v1/cameras/" + EdgeCity.CAMERA + "/suspension", "{\"since\":\"" + city.now() + "\"}");
    }

    private static String lastDay(EdgeCity city) {
        return "{\"from\":\"" + city.now().minus(Duration.ofDays(1)) + "\",\"to\":\"" + city.now() + "\"}";
    }

    /** Far from every camera. */
    private static String zones() {
        return "{\"zones\":[{\"zoneId\":\"clinic-3\",\"kind\":\"clinic\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[-120.002,38.498],[-119.998,38.498],[-119.998,38.502],[-120.002,38.498]]]}}],"
                + "\"reason\":\"Resolution 31\"}";
    }

    /** An approval of the one request, in that role. */
    public static Call approval(String role) {
        return Call.post(
                "/v1/policy-requests/" + EdgeCity.REQUEST + "/decisions",
                "{\"decision\":\"approve\",\"role\":\"" + role + "\",\"reason\":\"Resolution 14\"}");
    }

    /** One frame, captured that long ago. */
    public static String uploads(EdgeCity city, Duration ago) {
        return "{\"uploads\":[" + upload(city, ago) + "]}";
    }

    public static String upload(EdgeCity city, Duration ago) {
        return "{\"contentType\":\"image/jpeg\",\"contentLength\":1000,\"sha256\":\"" + SHA_256 + "\",\"capturedAt\":\""
                + city.now().minus(ago) + "\"}";
    }

    /** A read that a camera made itself, now. */
    public static String read(EdgeCity city, String plate) {
        return "{\"capturedAt\":\"" + city.now() + "\",\"candidates\":[{\"plate\":\"" + plate
                + "\",\"confidence\":0.93}],\"state\":{\"code\":\"CA\",\"confidence\":0.9},"
                + "\"engine\":\"openalpr\",\"engineVersion\":\"4.1.9\"}";
    }

    /** Of the one camera, all that it read. */
    public static String cameraSearch(EdgeCity city) {
        return cameraSearch(city, "");
    }

    /** @param vehicle further members of the search, each with a comma behind it */
    public static String cameraSearch(EdgeCity city, String vehicle) {
        return "{" + vehicle + "\"cameraIds\":[\"" + EdgeCity.CAMERA + "\"],\"from\":\""
                + city.read().capturedAt().minusSeconds(60) + "\",\"to\":\""
                + city.read().capturedAt().plusSeconds(60) + "\",\"purpose\":" + PURPOSE + "}";
    }

    public static String search(EdgeCity city) {
        return search(city, Duration.ofDays(3));
    }

    public static String search(EdgeCity city, Duration window) {
        return "{\"plate\":\"" + EdgeCity.PLATE + "\",\"state\":\"CA\",\"from\":\""
                + city.now().minus(window) + "\",\"to\":\"" + city.now() + "\",\"purpose\":" + PURPOSE + "}";
    }

    /** By a part of a plate, for a second person to allow. */
    public static String searchRequest(EdgeCity city) {
        return search(city).replace("\"plate\":\"" + EdgeCity.PLATE, "\"pattern\":\"3PS?0*");
    }

    /** The same, allowed. */
    public static String partialSearch(EdgeCity city) {
        return partialSearch(city, EdgeCity.ALLOWED_SEARCH);
    }

    public static String partialSearch(EdgeCity city, String requestId) {
        return searchRequest(city).replaceFirst("\\{", "{\"requestId\":\"" + requestId + "\",");
    }

    /** In that role. */
    public static Call searchApproval(String requestId, String role) {
        return Call.post(
                "/v1/search-requests/" + requestId + "/decisions",
                "{\"approve\":true,\"role\":\"" + role + "\",\"reason\":\"Fits the report\"}");
    }

    private static String newEntry(EdgeCity city) {
        return "{\"plate\":\"4tst 002\",\"state\":\"CA\",\"category\":\"stolen-vehicle\",\"reason\":\"Taken\","
                + "\"caseNumber\":\"26-004712\",\"effective\":\"" + city.now() + "\",\"expires\":\""
                + city.now().plus(Duration.ofDays(7)) + "\"}";
    }

    private static String newList() {
        return "{\"source\":\"ncic\",\"agency\":\"State Police\",\"layout\":\"ncic\",\"maxAgeHours\":24,\"role\":\"system-admin\"}";
    }

    private static String testDrive(EdgeCity city) {
        return """
                {"cameraId":"%s","passes":[{"capturedAt":"%s","state":"CA","engine":"container 1.2.2","label":"right"}]}""".formatted(EdgeCity.CAMERA, city.now());
    }

    private static String newCamera() {
        return "{\"cameraId\":\"oak-first-s\",\"name\":\"Oak and First\",\"zone\":\"north\",\"latitude\":38.5,"
                + "\"longitude\":-121.25,\"heading\":180,\"mobile\":false,\"owner\":\"Springfield\","
                + "\"captions\":[{\"left\":0,\"top\":0,\"width\":1,\"height\":0.05}],\"approval\":\"Resolution 13\",\"installedAt\":\"2036-01-05T08:00:00Z\"";
    }

    private static String grant(EdgeCity city) {
        return "{\"requester\":{\"agency\":\"Shelbyville Police Department\",\"ori\":\"XX0000001\","
                + "\"person\":\"Alma Reyes\",\"class\":\"in-state-law-enforcement\",\"state\":\"XX\"},"
                + "\"scope\":{\"plates\":[{\"plate\":\"" + EdgeCity.PLATE + "\",\"state\":\"CA\"}],\"cameraIds\":[\""
                + EdgeCity.CAMERA + "\"],"
                + "\"from\":\"" + city.now().minus(Duration.ofDays(1)) + "\",\"to\":\"" + city.now() + "\"},"
                + "\"purpose\":" + PURPOSE + "}";
    }
}
