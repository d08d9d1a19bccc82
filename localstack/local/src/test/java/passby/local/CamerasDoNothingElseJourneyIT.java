package passby.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import passby.aws.http.ProblemType;
import passby.core.read.Processed;
import passby.local.camera.CameraImage;
import passby.local.camera.CameraKeyPair;
import passby.local.camera.CameraTokenMaker;
import passby.local.springfield.Springfield;

/** A camera uploads exactly what it promised, once, and does nothing else; nor does whoever finds its URL. */
@ExtendWith(SharedCity.class)
class CamerasDoNothingElseJourneyIT {
    private static final String UPLOADS = "/v1/uploads";
    private static final byte[] FRAME = SpellingRecognizer.frame("NTH1234/CA");

    @Test
    void aTokenWorksOnceAndOnlyForItsBody(TestCity city) throws Exception {
        var body = Bodies.announcement(city.shot(FRAME));
        var token = city.camera().tokens().token("POST", UPLOADS, body);
        var other = Bodies.announcement(city.shot(FRAME));

        post(city, token, other).isRefused(ProblemType.UNAUTHENTICATED);
        post(city, token, body).is(201);
        post(city, token, body).isRefused(ProblemType.UNAUTHENTICATED);
    }

    @Test
    void aTokenForAnotherPathMethodCityOrMinuteIsNoToken(TestCity city) throws Exception {
        var body = Bodies.announcement(city.shot(FRAME));
        var good = city.camera().tokens();
        var late = Clock.offset(city.clock(), Duration.ofSeconds(-61));
        var early = Clock.offset(city.clock(), Duration.ofSeconds(20));

        for (var token : List.of(
                good.token("POST", "/v1/upload", body),
                good.token("PUT", UPLOADS, body),
                new CameraTokenMaker(good.key(), "shelbyville", city.clock(), new Random(1))
                        .token("POST", UPLOADS, body),
                new CameraTokenMaker(good.key(), Springfield.CITY_ID, late, new Random(2)).token("POST", UPLOADS, body),
                new CameraTokenMaker(good.key(), Springfield.CITY_ID, early, new Random(3))
                        .token("POST", UPLOADS, body),
                city.engines().oidc().accessToken(Springfield.ADMIN, Duration.ofMinutes(5), Map.of()),
                unsigned(good.token("POST", UPLOADS, body)),
                "")) {
            post(city, token, body).isRefused(ProblemType.UNAUTHENTICATED);
        }
    }

    private static String unsigned(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    @Test
    void noCameraSpeaksForAnother(TestCity city) throws Exception {
        var body = Bodies.announcement(city.shot(FRAME));
        var mine = city.camera().tokens().key();
        var theirs = city.otherCamera().tokens().key();
        var strange = CameraKeyPair.generate(theirs.cameraId(), theirs.kid());

        for (var key : List.of(
                new CameraKeyPair(theirs.cameraId(), theirs.kid(), mine.pair()),
                new CameraKeyPair(theirs.cameraId(), mine.kid(), mine.pair()),
                new CameraKeyPair("cam-nobody", mine.kid(), mine.pair()),
                strange)) {
            post(city, tokens(city, key).token("POST", UPLOADS, body), body).isRefused(ProblemType.UNAUTHENTICATED);
        }
    }

    @Test
    void aRetiredCameraGetsNoUrlAndIsRetiredOnce(TestCity city) throws Exception {
        var admin = city.admin();
        var key = CameraKeyPair.generate("cam-retired", "key-1");
        var body = Bodies.announcement(city.shot(FRAME));
        admin.post("/v1/cameras", registration(city, key)).is(201);
        post(city, tokens(city, key).token("POST", UPLOADS, body), body).is(201);

        var retirement = "/v1/cameras/cam-retired/retirement";
        admin.send("POST", retirement, "", new byte[0]).is(200);

        post(city, tokens(city, key).token("POST", UPLOADS, body), body).isRefused(ProblemType.UNAUTHENTICATED);
        admin.send("POST", retirement, "", new byte[0]).isRefused(ProblemType.CONFLICT);
        admin.post("/v1/cameras", registration(city, key)).isRefused(ProblemType.CONFLICT);
    }

    @Test
    void bothKeysWorkWhileTheyAreRotatedAndTheOldestGoesWithTheThird(TestCity city) throws Exception {
        var admin = city.admin();
        var keys = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> CameraKeyPair.generate("cam-rotated", "key-" + n))
                .toList();
        admin.post("/v1/cameras", registration(city, keys.getFirst())).is(201);
        admin.post("/v1/cameras/cam-rotated/keys", named(keys.get(1))).is(201);
        assertThat(asks(city, keys)).containsExactly(201, 201, 401);

        admin.post("/v1/cameras/cam-rotated/keys", named(keys.get(2))).is(201);

        assertThat(asks(city, keys)).containsExactly(401, 201, 201);
    }

    @Test
    void theRequestIsToldEverythingThatIsWrongWithItsFrames(TestCity city) throws Exception {
        var body = (ObjectNode) new ObjectMapper().readTree(Bodies.announcement(city.shot(FRAME), city.shot(FRAME)));
        var first = (ObjectNode) body.withArray("uploads").get(0);
        first.put("contentType", "image/png").put("contentLength", 0).put("sha256", "ABC");
        var second = (ObjectNode) body.withArray("uploads").get(1);
        second.put("contentLength", 50 << 20).put("zoom", 2).put("latitude", 91).remove("capturedAt");

        var refused = city.ask(city.camera(), body.toString().getBytes(UTF_8));

        assertThat(refused.problems())
                .contains(
                        "uploads[0].contentType malformed",
                        "uploads[0].contentLength out-of-range",
                        "uploads[0].sha256 malformed",
                        "uploads[1].contentLength out-of-range",
                        "uploads[1].zoom unknown",
                        "uploads[1].latitude out-of-range",
                        "uploads[1].capturedAt missing");
    }

    @Test
    void aBatchHasOneToAHundredFrames(TestCity city) throws Exception {
        var many = IntStream.range(0, 101).mapToObj(_ -> city.shot(FRAME)).toArray(CameraImage[]::new);

        var hundred = city.ask(city.camera(), Bodies.announcement(Arrays.copyOf(many, 100)));
        var more = city.ask(city.camera(), Bodies.announcement(many));
        var none = city.ask(city.camera(), Bodies.announcement());

        assertThat(hundred.is(201).path("uploads")).hasSize(100);
        assertThat(more.problems()).containsExactly("uploads out-of-range");
        assertThat(none.problems()).containsExactly("uploads out-of-range");
    }

    @Test
    void aUrlTakesTheBytesThatWerePromisedAndNothingElse(TestCity city) throws Exception {
        var promise = city.promise(city.shot(FRAME));
        var other = SpellingRecognizer.frame("NTH9999/CA");
        var url = promise.url().toString();
        var otherSum = Base64.getEncoder().encodeToString(CameraTokenMaker.sha256(other));

        assertThat(url).contains("X-Amz-Expires=600");
        for (var refused : List.of(
                promise.put(other),
                promise.put((new String(FRAME, UTF_8) + " ").getBytes(UTF_8)),
                promise.with("x-amz-checksum-sha256", otherSum).put(other),
                promise.with("content-type", "image/png").put(FRAME),
                promise.with("x-amz-meta-latitude", "41.0").put(FRAME),
                promise.without("if-none-match").put(FRAME),
                promise.at(url.replace(".jpg?", ".png?")).put(FRAME),
                promise.at(url.replace("/cam-elm-1st/", "/cam-bridge/")).put(FRAME),
                promise.at(url.replace("X-Amz-Expires=600", "X-Amz-Expires=6000"))
                        .put(FRAME),
                promise.at(url.substring(0, url.indexOf('?'))).put(FRAME))) {
            assertThat(refused).isBetween(400, 403);
        }
        assertThat(city.uploads()).noneMatch(key -> key.contains(promise.uploadId()));

        assertThat(promise.put(FRAME)).isEqualTo(200);
        assertThat(city.happenings().end(promise.uploadId())).isInstanceOf(Processed.Done.class);
    }

    @Test
    void whatLiesUnderAUrlIsNeverOverwritten(TestCity city) throws Exception {
        var frame = SpellingRecognizer.later("NTH5678/CA");
        var promise = city.promise(city.shot(frame));
        city.awake(false);

        try {
            assertThat(promise.put(frame)).isEqualTo(200);
            city.happenings().awaitRetry(promise.uploadId());
            assertThat(promise.put(frame)).isEqualTo(412);
        } finally {
            city.awake(true);
        }
    }

    private static CameraTokenMaker tokens(TestCity city, CameraKeyPair key) {
        return new CameraTokenMaker(key, Springfield.CITY_ID, city.clock(), new Random());
    }

    private static Reply post(TestCity city, String token, byte[] body) throws InterruptedException {
        return city.bearing(token).send("POST", UPLOADS, "application/json", body);
    }

    private static List<Integer> asks(TestCity city, List<CameraKeyPair> keys) throws InterruptedException {
        var statuses = new ArrayList<Integer>();
        for (var key : keys) {
            var body = Bodies.announcement(city.shot(FRAME));
            statuses.add(post(city, tokens(city, key).token("POST", UPLOADS, body), body)
                    .status());
        }
        return statuses;
    }

    private static Map<String, Object> registration(TestCity city, CameraKeyPair key) {
        var yesterday = city.clock().instant().minus(Duration.ofDays(1));
        var body = new HashMap<>(Springfield.cameras(yesterday).getFirst());
        body.put("cameraId", key.cameraId());
        body.putAll(named(key));
        return body;
    }

    private static Map<String, Object> named(CameraKeyPair key) {
        return Map.of("kid", key.kid(), "publicKey", key.publicX());
    }
}
