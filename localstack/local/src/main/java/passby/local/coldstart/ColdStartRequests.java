package passby.local.coldstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Predicate;
import passby.aws.api.FunctionSpec;
import passby.core.id.Digests;
import passby.local.camera.CameraClient;
import passby.local.city.City;
import passby.local.springfield.Springfield;

/** One event for each function of a settled city, and what a right answer to it is. */
final class ColdStartRequests {
    static final ObjectMapper JSON = new ObjectMapper();

    /** @param isRight of the answer's JSON */
    record Errand(String event, Predicate<JsonNode> isRight) {}

    private final City city;
    private final CameraClient camera;
    private final Clock clock;
    private final String uploads;
    private final StubAwsServices outside;

    /** @param uploads the bucket of frames that the functions use: one that the city's own pump does not listen to */
    ColdStartRequests(City city, CameraClient camera, Clock clock, String uploads, StubAwsServices outside) {
        this.city = city;
        this.camera = camera;
        this.clock = clock;
        this.uploads = uploads;
        this.outside = outside;
    }

    /** @param frame key of a frame that lies in the bucket */
    Errand of(FunctionSpec function, String frame) {
        return switch (function.name()) {
            case "IssueUploadUrls" -> upload(new byte[] {1});
            case "Cameras" -> get("/v1/cameras", Springfield.ADMIN);
            case "HotLists" -> post("/v1/hot-list-entries", Springfield.OFFICER, entry(), 201);
            case "Subscriptions" -> get("/v1/subscriptions", Springfield.OFFICER);
            case "Hits" -> get("/v1/hits", Springfield.OFFICER);
            case "Samples" -> get("/v1/reading-quality", "auditor-quist");
            case "Search" -> post("/v1/searches", Springfield.OFFICER, search(), 200);
            case "PublicFiles" -> new Errand(text(gateway("GET", "/v1/health", "")), ColdStartRequests::isOk);
            case "Access" -> post("/v1/acknowledgements", Springfield.OFFICER, unread(), 422);
            case "Ledger" -> post("/v1/ledger/searches", "auditor-quist", lastHour(), 200);
            case "LedgerProofs" ->
                new Errand(
                        text(gateway("GET", "/v1/ledger/proofs/" + "a".repeat(26), "")),
                        answer -> answer.path("statusCode").asInt() == 404);
            case "Policy" -> get("/v1/policy", Springfield.ADMIN);
            case "Evidence" -> get("/v1/holds", "chief-ito");
            case "ReadPlates", "ImportLists" -> message(created(frame));
            case "DeliverAlerts", "CallWebhooks" -> message(alert());
            case "AppointPerson" ->
                new Errand(text(person()), answer -> answer.path("appointed").asBoolean());
            case "SignIn" -> new Errand(text(attempt()), answer -> answer.has("triggerSource"));
            // What is asked for is nothing: the city goes on while its functions are timed.
            case "SwitchCapture" -> new Errand("{}", answer -> answer.has("problems"));
            case "CountHolds" -> new Errand("{}", answer -> answer.has("open"));
            case "CheckParameters", "RequestPolicy" -> deployment(Springfield.parameters());
            case "MakeCityKey" -> deployment(Map.of());
            default -> new Errand("{}", JsonNode::isInt);
        };
    }

    /** An acknowledgement of a text that is not in force: refused, with an entry, and nothing changes. */
    private static ObjectNode unread() {
        return JsonNodeFactory.instance.objectNode().put("policyHash", "0".repeat(64));
    }

    /** Asks for a URL for exactly these bytes. */
    Errand upload(byte[] jpeg) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("uploads")
                .addObject()
                .put("contentType", "image/jpeg")
                .put("contentLength", jpeg.length)
                .put("sha256", HexFormat.of().formatHex(Digests.sha256(jpeg)))
                .put("capturedAt", now());
        var text = body.toString();
        var token = camera.tokens().token("POST", "/v1/uploads", text.getBytes(StandardCharsets.UTF_8));
        var event = gateway("POST", "/v1/uploads", token).put("body", text);
        return new Errand(text(event), answer -> answer.path("statusCode").asInt() == 201);
    }

    private Errand get(String path, String person) {
        return new Errand(text(gateway("GET", path, token(person))), ColdStartRequests::isOk);
    }

    private Errand post(String path, String person, ObjectNode body, int status) {
        var event = gateway("POST", path, token(person)).put("body", body.toString());
        return new Errand(text(event), answer -> answer.path("statusCode").asInt() == status);
    }

    private static boolean isOk(JsonNode answer) {
        return answer.path("statusCode").asInt() == 200;
    }

    private String token(String person) {
        return city.engines().oidc().accessToken(person, Duration.ofHours(1), Map.of("origin_jti", "cold-start"));
    }

    /** As the gateway says it, with what is not there said as null. */
    private static ObjectNode gateway(String method, String path, String token) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("resource", path).put("path", path).put("httpMethod", method);
        var headers = event.putObject("headers")
                .put("Content-Type", "application/json")
                .put("User-Agent", "bench");
        var several = event.putObject("multiValueHeaders");
        several.putArray("Content-Type").add("application/json");
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
            several.putArray("Authorization").add("Bearer " + token);
        }
        event.putNull("queryStringParameters")
                .putNull("multiValueQueryStringParameters")
                .putNull("pathParameters");
        event.putObject("requestContext")
                .put("requestId", "made-up")
                .put("stage", "v1")
                .put("httpMethod", method);
        return event.putNull("body").put("isBase64Encoded", false);
    }

    private ObjectNode entry() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("plate", "CLD5TRT")
                .put("state", "OH")
                .put("category", "stolen-vehicle")
                .put("reason", "Made-up entry of a measurement")
                .put("caseNumber", "26-000118")
                .put("effective", now())
                .put(
                        "expires",
                        clock.instant()
                                .plus(Duration.ofHours(20))
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString());
    }

    private ObjectNode lastHour() {
        return JSON.createObjectNode()
                .put("from", clock.instant().minus(Duration.ofHours(1)).toString())
                .put("to", clock.instant().toString());
    }

    private ObjectNode search() {
        var search = JsonNodeFactory.instance.objectNode().put("plate", "CLD5TRT");
        search.put(
                "from",
                clock.instant()
                        .minus(Duration.ofHours(1))
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
        search.put(
                "to",
                clock.instant()
                        .plus(Duration.ofHours(1))
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
        search.putObject("purpose")
                .put("offenceCode", "240")
                .put("caseNumber", "26-000117")
                .put("narrative", "Vehicle seen leaving the lot of the stolen-car report")
                .put("legalBasis", "reasonable-suspicion")
                .put("onBehalfOf", "self")
                .put("outsideAssignment", "none");
        return search;
    }

    /** As the pool asks before somebody signs in. */
    private static ObjectNode attempt() {
        var event = JsonNodeFactory.instance.objectNode().put("triggerSource", "PreAuthentication_Authentication");
        event.putObject("request").putObject("userAttributes").put("sub", Springfield.OFFICER);
        return event;
    }

    private ObjectNode person() {
        var person = JsonNodeFactory.instance
                .objectNode()
                .put("personId", "chief-abara")
                .put("agency", "Springfield Police Department")
                .put("ori", "XX0000000");
        person.putArray("roles").add("chief");
        var until = clock.instant()
                .plus(Duration.ofDays(365))
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        return person.put("trainedUntil", until).put("acknowledgedUntil", until).put("active", true);
    }

    /** CloudFormation is answered elsewhere, and not by what the function returns. */
    private Errand deployment(Map<String, String> parameters) {
        var event = JsonNodeFactory.instance
                .objectNode()
                .put("RequestType", "Create")
                .put("ResponseURL", outside.deployment().toString())
                .put("StackId", "arn:aws:cloudformation:us-east-1:000000000000:stack/passby-service/made-up")
                .put("RequestId", "made-up")
                .put("LogicalResourceId", "MadeUp");
        var properties = event.putObject("ResourceProperties").put("ServiceToken", "made-up");
        parameters.forEach(properties::put);
        return new Errand(text(event), answer -> outside.lastDeployment().contains("SUCCESS"));
    }

    /** One message in the queue's batch, which does not come back. */
    private static Errand message(ObjectNode body) {
        var batch = JsonNodeFactory.instance.objectNode();
        batch.putArray("Records").addObject().put("messageId", "made-up").put("body", body.toString());
        return new Errand(
                text(batch),
                answer -> answer.has("batchItemFailures")
                        && answer.path("batchItemFailures").isEmpty());
    }

    /** Nobody has subscribed, so that it reaches nobody. */
    private static ObjectNode alert() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("v", 1)
                .put("hitId", "a".repeat(52))
                .put("category", "stolen-vehicle")
                .put("zone", "north")
                .put("match", "exact")
                .put("advisory", false)
                .put("listAgeSeconds", 60)
                .put("ageSeconds", 2);
    }

    /** S3's message. */
    private ObjectNode created(String key) {
        var message = JsonNodeFactory.instance.objectNode();
        var record = message.putArray("Records").addObject();
        record.put("eventName", "ObjectCreated:Put").put("eventTime", now());
        var s3 = record.putObject("s3");
        s3.putObject("bucket").put("name", uploads);
        s3.putObject("object").put("key", key);
        return message;
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String text(JsonNode event) {
        return event.toString();
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
