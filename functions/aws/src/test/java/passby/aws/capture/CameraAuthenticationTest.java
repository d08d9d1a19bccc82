package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.http.Authentication.Verdict;
import passby.aws.http.HttpRequest;
import passby.aws.testing.Call;
import passby.aws.testing.CameraSigner;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.core.capture.Camera;
import passby.core.capture.CameraKey;
import passby.core.capture.Cameras;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

final class CameraAuthenticationTest {
    private final EdgeCity city = new EdgeCity();
    private final Call call = Call.post("/v1/uploads", GoodCalls.uploads(city, Duration.ZERO));
    private final CameraAuthentication authentication = new CameraAuthentication(
            city.stores().cameras(), city.stores().cameraTokens(), city.policy(), city.clock());

    @Test
    void aCameraIsKnownByATokenForExactlyThisRequest() {
        var verdict = verify(call.withToken(city.cameraToken(call)));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Known.class,
                        known -> assertThat(known.caller())
                                .isEqualTo(city.stores()
                                        .cameras()
                                        .find(EdgeCity.CAMERA)
                                        .orElseThrow()));
    }

    /** Whoever knows a camera's id and floods with tokens of their own making costs a few reads of the store in half a minute. */
    @ParameterizedTest
    @ValueSource(strings = {"key-1", "key-9"})
    void forgedTokensOfACameraCostFewReads(String kid) {
        var stranger = new CameraSigner(kid);
        var looks = new AtomicInteger();
        var flooded =
                new CameraAuthentication(counting(looks), city.stores().cameraTokens(), city.policy(), city.clock());

        for (var serial = 1; serial <= 1_000; serial++) {
            var forged = stranger.token(EdgeCity.CAMERA, call, city.now(), serial);
            assertThat(flooded.verify(HttpRequest.of(call.withToken(forged).event())))
                    .isInstanceOf(Verdict.Refused.class);
        }

        assertThat(looks.get()).isLessThanOrEqualTo(1 + CameraCopies.LOOKS);
        assertThat(flooded.verify(
                        HttpRequest.of(call.withToken(city.cameraToken(call)).event())))
                .isInstanceOf(Verdict.Known.class);
    }

    @Test
    void aKeyThatWasAddedCountsAtOnceWhateverStrangersTriedBefore() {
        var next = new CameraSigner("key-2");
        assertThat(verify(call.withToken(city.cameraToken(call)))).isInstanceOf(Verdict.Known.class);
        assertThat(verify(call.withToken(new CameraSigner("key-1").token(EdgeCity.CAMERA, call, city.now(), 70))))
                .isInstanceOf(Verdict.Refused.class);
        var camera = city.stores().cameras().find(EdgeCity.CAMERA).orElseThrow();
        city.stores().cameras().put(camera.withKey(new CameraKey("key-2", next.publicKey(), city.now())));

        assertThat(verify(call.withToken(next.token(EdgeCity.CAMERA, call, city.now(), 71))))
                .isInstanceOf(Verdict.Known.class);
    }

    /** The city's cameras, each look of which is counted. */
    private Cameras counting(AtomicInteger looks) {
        var stored = city.stores().cameras();
        return new Cameras() {
            @Override
            public Optional<Camera> find(String cameraId) {
                looks.incrementAndGet();
                return stored.find(cameraId);
            }

            @Override
            public List<Camera> all() {
                return stored.all();
            }

            @Override
            public Commit register(Camera camera, Entry entry) {
                return stored.register(camera, entry);
            }

            @Override
            public Commit replace(Camera camera, Entry entry) {
                return stored.replace(camera, entry);
            }
        };
    }

    @Test
    void aTokenWorksOnce() {
        var token = city.cameraToken(call);

        var first = verify(call.withToken(token));
        var second = verify(call.withToken(token));

        assertThat(first).isInstanceOf(Verdict.Known.class);
        assertThat(second).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aTokenThatIsWrongInAnythingElseIsNotSpent() {
        var token = city.cameraToken(call);

        var wrong = verify(call.withBody("{}").withToken(token));
        var right = verify(call.withToken(token));

        assertThat(wrong).isInstanceOf(Verdict.Refused.class);
        assertThat(right).isInstanceOf(Verdict.Known.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            typ | "JWT"
            typ | "at+jwt"
            alg | "none"
            alg | "HS256"
            alg | "Ed25519"
            kid | "key-9"
            crit | ["exp"]
            b64 | false
            """)
    void aHeaderThatSaysSomethingElseIsRefused(String name, String value) {
        assertRefused(header -> header.put(name, value), claims -> {});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iss | "oak-first-s"
            iss | "../elm"
            iss | 7
            aud | "shelbyville"
            aud | ["springfield", "shelbyville"]
            jti | "short"
            jti | "AAAAAAAAAAAAAAAAAAAAAAA"
            jti | "!!!!!!!!!!!!!!!!!!!!!!"
            htm | "GET"
            htm | 1
            htu | "/prod/v1/uploads"
            htu | "/v1/uploads/"
            bh  | "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
            iat | "yesterday"
            exp | "never"
            exp | 99999999999
            """)
    void aClaimThatSaysSomethingElseIsRefused(String name, String value) {
        assertRefused(header -> {}, claims -> claims.put(name, value));
    }

    @ParameterizedTest
    @CsvSource({"typ", "kid"})
    void aHeaderThatIsMissingIsRefused(String name) {
        assertRefused(header -> header.remove(name), claims -> {});
    }

    @ParameterizedTest
    @CsvSource({"iss", "aud", "iat", "exp", "jti", "htm", "htu", "bh"})
    void aClaimThatIsMissingIsRefused(String name) {
        assertRefused(header -> {}, claims -> claims.remove(name));
    }

    @Test
    void aTokenLivesAtMostSixtySeconds() {
        var now = city.now().getEpochSecond();

        assertRefused(header -> {}, claims -> claims.put("exp", Long.toString(now + 61)));
    }

    @Test
    void anExpiredTokenIsRefused() {
        var token = city.cameraToken(call);

        city.clock().advance(Duration.ofSeconds(60));

        assertThat(verify(call.withToken(token))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aClockFiveSecondsAheadIsForgivenAndSixAreNot() {
        var five = city.signer().token(EdgeCity.CAMERA, call, city.now().plusSeconds(5), city.nextSerial());
        var six = city.signer().token(EdgeCity.CAMERA, call, city.now().plusSeconds(6), city.nextSerial());

        assertThat(verify(call.withToken(five))).isInstanceOf(Verdict.Known.class);
        assertThat(verify(call.withToken(six))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aTokenSignedByAnotherKeyIsRefused() {
        var forger = new CameraSigner("key-1");

        var token = forger.token(EdgeCity.CAMERA, call, city.now(), city.nextSerial());

        assertThat(verify(call.withToken(token))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aRetiredCameraIsRefused() {
        var camera = city.stores().cameras().find(EdgeCity.CAMERA).orElseThrow();
        city.stores().cameras().put(camera.retired(city.now()));

        assertThat(verify(call.withToken(city.cameraToken(call)))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void bothKeysWorkWhileTheyAreRotatedAndThenOnlyTheNewOnes() {
        var second = new CameraSigner("key-2");
        var third = new CameraSigner("key-3");
        var camera = city.stores().cameras().find(EdgeCity.CAMERA).orElseThrow();

        rotate(camera.withKey(new CameraKey("key-2", second.publicKey(), city.now())));
        assertThat(verify(call.withToken(city.cameraToken(call)))).isInstanceOf(Verdict.Known.class);
        assertThat(verify(call.withToken(token(second)))).isInstanceOf(Verdict.Known.class);

        rotate(city.stores()
                .cameras()
                .find(EdgeCity.CAMERA)
                .orElseThrow()
                .withKey(new CameraKey("key-3", third.publicKey(), city.now())));
        assertThat(verify(call.withToken(city.cameraToken(call)))).isInstanceOf(Verdict.Refused.class);
        assertThat(verify(call.withToken(token(third)))).isInstanceOf(Verdict.Known.class);
    }

    @Test
    void whileTokensCannotBeToldApartNobodyIsLetThrough() {
        var broken = new CameraAuthentication(
                city.stores().cameras(),
                (cameraId, tokenId, expiresAt) -> {
                    throw new IllegalStateException("no table");
                },
                city.policy(),
                city.clock());

        var verdict = broken.verify(
                HttpRequest.of(call.withToken(city.cameraToken(call)).event()));

        assertThat(verdict).isInstanceOf(Verdict.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"''", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "not-a-token"})
    void whatIsNoTokenIsRefused(String token) {
        assertThat(verify(call.withToken(token))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anEndlessTokenIsRefusedUnread() {
        assertRefused(header -> {}, claims -> claims.put("padding", "\"" + "x".repeat(5000) + "\""));
    }

    @Test
    void aSignatureThatWasCutIsRefused() {
        var token = city.cameraToken(call);

        assertThat(verify(call.withToken(token.substring(0, token.length() - 4))))
                .isInstanceOf(Verdict.Refused.class);
    }

    private void rotate(Camera camera) {
        city.stores().cameras().put(camera);
    }

    private String token(CameraSigner signer) {
        return signer.token(EdgeCity.CAMERA, call, city.now(), city.nextSerial());
    }

    private void assertRefused(Consumer<Map<String, String>> header, Consumer<Map<String, String>> claims) {
        var token = city.signer().token(EdgeCity.CAMERA, call, city.now(), city.nextSerial(), header, claims);
        assertThat(verify(call.withToken(token))).isInstanceOf(Verdict.Refused.class);
    }

    private Verdict<Camera> verify(Call sent) {
        return authentication.verify(HttpRequest.of(sent.event()));
    }
}
