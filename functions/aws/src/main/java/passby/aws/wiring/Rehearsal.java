package passby.aws.wiring;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.api.CallerKind;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Setting;
import passby.aws.http.HttpRequest;
import passby.aws.json.Failure;
import passby.aws.lambda.GatewayEvents;
import passby.aws.measure.Metrics;
import passby.core.capture.CaptureFacts;
import passby.core.capture.UploadKey;
import passby.core.capture.UploadRequest;
import passby.core.id.Ori;
import passby.core.people.Caller;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.policy.Action;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Goes once through what a function does at each call, before the snapshot of its start is taken, so that its classes are
 * loaded and its engines warm. Only reads, and in the name of nobody: its credentials are made up, so AWS refuses them, and
 * everything that it makes is thrown away. What fails here fails again, and loudly, at the first call.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final AwsBasicCredentials NOBODY = AwsBasicCredentials.create("AKIAREHEARSAL0000000", "rehearsal");
    private static final String NOBODYS_ID = "rehearsal";
    private static final String NOTHING_THERE =
            "{\"httpMethod\":\"GET\",\"path\":\"/rehearsal\",\"headers\":{},\"multiValueHeaders\":{},"
                    + "\"requestContext\":{\"requestId\":\"rehearsal\"},\"body\":null,\"isBase64Encoded\":false}";

    private final FunctionSpec function;
    private final Set<Setting> settings;
    private final Wiring wiring;
    private final Clock clock;

    Rehearsal(FunctionSpec function, Environment settings, Map<String, String> variables, Clock clock) {
        var services = new AwsServices(
                variables, settings, StaticCredentialsProvider.create(NOBODY), List.of(new ClosesConnections()));
        this.function = function;
        this.settings = function.settings();
        this.wiring = new Wiring(services, settings, clock, byte[]::new, Metrics.none());
        this.clock = clock;
    }

    void run() {
        attempt("policy", () -> wiring.policy().current());
        if (!function.routes().isEmpty()) {
            attempt("gateway", this::answer);
        }
        if (callers(CallerKind.PERSON)) {
            attempt("people", () -> wiring.people().verify(token("{\"alg\":\"ES512\",\"typ\":\"JWT\"}")));
            attempt("decision", this::decide);
        }
        if (callers(CallerKind.CAMERA)) {
            attempt(
                    "cameras",
                    () -> wiring.cameras()
                            .verify(token("{\"alg\":\"EdDSA\",\"typ\":\"passby-camera+jwt\",\"kid\":\"rehearsal\"}")));
            attempt("url", this::sign);
        } else if (settings.contains(Setting.UPLOADS)) {
            attempt("uploads", () -> wiring.uploads().find(NOBODYS_ID));
        }
        if (settings.contains(Setting.PICTURES)) {
            attempt("pictures", () -> wiring.pictures().find(NOBODYS_ID));
        }
    }

    private static void attempt(String step, Runnable rehearsed) {
        try {
            rehearsed.run();
        } catch (RuntimeException e) {
            // Expected where a service was asked: nobody's credentials open nothing.
            LOG.debug("rehearsing {} ended with {}", step, Failure.describe(e));
        }
    }

    private boolean callers(CallerKind kind) {
        return function.routes().stream().anyMatch(route -> route.caller() == kind);
    }

    /** A path that no function has: answered without counting. */
    private void answer() {
        GatewayEvents.answer(NOTHING_THERE.getBytes(StandardCharsets.UTF_8), wiring.publicHandler()::answer);
    }

    private static HttpRequest token(String header) {
        var claims = "{\"iss\":\"rehearsal\",\"sub\":\"rehearsal\"}";
        var token = base64(header) + "." + base64(claims) + "." + base64("no signature");
        return HttpRequest.of(
                new APIGatewayProxyRequestEvent().withHeaders(Map.of("Authorization", "Bearer " + token)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void decide() {
        var nobody = new Person(
                NOBODYS_ID,
                NOBODYS_ID,
                new Ori("XX0000000"),
                Set.of(Role.OPERATOR),
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                false);
        var caller = new Caller(nobody, NOBODYS_ID, Instant.EPOCH, NOBODYS_ID);
        wiring.accessPolicies().decide(Action.SEARCH_PLATE, caller, clock.instant());
    }

    private void sign() {
        var facts = new CaptureFacts(Instant.EPOCH, null, null, null, 0);
        wiring.capture()
                .uploadUrls()
                .sign(
                        new UploadKey(Instant.EPOCH, NOBODYS_ID, "0".repeat(26)),
                        new UploadRequest(1, "0".repeat(64), facts),
                        Duration.ofSeconds(1));
    }
}
