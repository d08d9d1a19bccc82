package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.s3.S3Sha256;
import passby.aws.stub.S3ProxyServer;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Position;
import passby.core.capture.UploadKey;
import passby.core.capture.UploadRequest;
import passby.core.capture.UploadUrl;
import passby.core.id.Digests;
import software.amazon.awssdk.services.s3.model.S3Object;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3UploadUrlsIT {
    private static final String BUCKET = "uploads";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String FRAME = "not a picture, but S3 does not look inside";
    private static final String OTHER_FRAME = FRAME.toUpperCase(Locale.ROOT);
    private static final UploadKey KEY =
            new UploadKey(Instant.parse("2026-11-23T12:00:00Z"), "elm-and-third", "01KAR2V4X6M0S9QK3P5T8B1CDE");
    private static final CaptureFacts FACTS =
            new CaptureFacts(Instant.parse("2026-11-23T11:59:58.250Z"), new Position(38.5, -121.25), 270, "pass_7", 3);

    private final S3ProxyServer s3 = S3ProxyServer.start(BUCKET);
    private final S3UploadUrls urls = new S3UploadUrls(s3.presigner(), BUCKET);
    private final S3Uploads uploads = new S3Uploads(s3.client(), BUCKET);

    @AfterEach
    void empty() {
        stored().forEach(uploads::delete);
    }

    @AfterAll
    void stop() {
        s3.close();
    }

    @Test
    void thePromisedFrameIsStoredWithItsFacts() {
        var url = sign(LIFE);

        var answer = Put.of(url, FRAME).send();

        assertThat(answer).isEqualTo(new Put.Answer(200, ""));
        assertThat(uploads.find(KEY.format())).hasValueSatisfying(upload -> {
            assertThat(upload.length()).isEqualTo(FRAME.length());
            assertThat(upload.sha256()).isEqualTo(sha256(FRAME));
            assertThat(upload.facts()).isEqualTo(FACTS);
        });
    }

    @Test
    void aFrameOfFewFactsIsStoredWithThem() {
        var facts = new CaptureFacts(FACTS.capturedAt(), null, null, null, 0);
        var url = urls.sign(KEY, new UploadRequest(FRAME.length(), sha256(FRAME), facts), LIFE);

        Put.of(url, FRAME).send();

        assertThat(uploads.find(KEY.format()))
                .hasValueSatisfying(upload -> assertThat(upload.facts()).isEqualTo(facts));
    }

    @Test
    void theHeadersAreThoseThatTheClientMustAdd() {
        var headers = sign(LIFE).headers();

        assertThat(headers)
                .containsOnlyKeys(
                        "content-type",
                        "if-none-match",
                        "x-amz-checksum-sha256",
                        "x-amz-meta-captured-at",
                        "x-amz-meta-heading",
                        "x-amz-meta-latitude",
                        "x-amz-meta-longitude",
                        "x-amz-meta-pass",
                        "x-amz-meta-sequence")
                .containsEntry("content-type", "image/jpeg")
                .containsEntry("if-none-match", "*");
    }

    @Test
    void theUrlLivesAsLongAsItSays() {
        var before = Instant.now();

        var url = sign(LIFE);

        assertThat(url.expiresAt())
                .isBetween(before.plus(LIFE).minusSeconds(1), Instant.now().plus(LIFE));
        assertThat(url.url().getQuery()).contains("X-Amz-Expires=600");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("longer", put -> put.withBody(FRAME + " and more")),
                change("shorter", put -> put.withBody("not a picture")),
                change("empty", put -> put.withBody("")),
                change("other bytes of that length", put -> put.withBody(OTHER_FRAME)),
                change(
                        "other bytes with their own SHA-256",
                        put -> put.withBody(OTHER_FRAME)
                                .withHeader("x-amz-checksum-sha256", S3Sha256.toBase64(sha256(OTHER_FRAME)))),
                change("another type", put -> put.withHeader("content-type", "text/html")),
                change("another time", put -> put.withHeader("x-amz-meta-captured-at", "2026-11-23T12:00:01Z")),
                change("another pass", put -> put.withHeader("x-amz-meta-pass", "pass_8")),
                change("may overwrite", put -> put.withHeader("if-none-match", "\"0\"")),
                change("another camera's key", put -> put.withUrl(replaced(put, "elm-and-third", "oak-and-fifth"))),
                change("another minute", put -> put.withUrl(replaced(put, "202611231200", "202611231201"))),
                change("a longer life", put -> put.withUrl(replaced(put, "X-Amz-Expires=600", "X-Amz-Expires=604800"))),
                change("a forged signature", put -> put.withUrl(forged(put))),
                change("no signature", put -> put.withUrl(unsigned(put))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whateverWasNotPromisedIsRefusedAndNothingIsStored(String name, UnaryOperator<Put> change) {
        var promised = Put.of(sign(LIFE), FRAME);

        var answer = change.apply(promised).send();

        assertThat(answer).matches(Put.Answer::isRefusal, "is a refusal");
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-type",
                "if-none-match",
                "x-amz-checksum-sha256",
                "x-amz-meta-captured-at",
                "x-amz-meta-heading",
                "x-amz-meta-latitude",
                "x-amz-meta-longitude",
                "x-amz-meta-pass",
                "x-amz-meta-sequence"
            })
    void noHeaderMayBeLeftOut(String name) {
        var promised = Put.of(sign(LIFE), FRAME);

        var answer = promised.withoutHeader(name).send();

        assertThat(answer).matches(Put.Answer::isRefusal, "is a refusal");
        assertThat(stored()).isEmpty();
    }

    /** S3 refuses headers of its own that were not signed; S3Proxy takes them. Neither gives the city a frame. */
    @Test
    void aFactThatWasNotSignedMakesItNobodysUpload() {
        var promised = Put.of(sign(LIFE), FRAME);

        promised.withHeader("x-amz-meta-more", "1").send();

        assertThat(uploads.find(KEY.format())).isEmpty();
    }

    @Test
    void aStoredFrameIsNotOverwritten() {
        var url = sign(LIFE);
        Put.of(url, FRAME).send();

        var answer = Put.of(url, FRAME).send();

        assertThat(answer).isEqualTo(new Put.Answer(412, "PreconditionFailed"));
        assertThat(uploads.find(KEY.format())).isPresent();
    }

    @Test
    void anotherUrlForTheSameKeyDoesNotOverwriteEither() {
        Put.of(sign(LIFE), FRAME).send();
        var second = urls.sign(KEY, new UploadRequest(FRAME.length(), sha256(OTHER_FRAME), FACTS), LIFE);

        var answer = Put.of(second, OTHER_FRAME).send();

        assertThat(answer.status()).isEqualTo(412);
        assertThat(uploads.find(KEY.format()))
                .hasValueSatisfying(upload -> assertThat(upload.sha256()).isEqualTo(sha256(FRAME)));
    }

    @Test
    void anExpiredUrlStoresNothing() {
        var url = sign(Duration.ofSeconds(1));
        var giveUp = Instant.now().plusSeconds(20);
        while (!Instant.now().isAfter(url.expiresAt().plusSeconds(1))
                && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }

        var answer = Put.of(url, FRAME).send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(stored()).isEmpty();
    }

    private UploadUrl sign(Duration life) {
        return urls.sign(KEY, new UploadRequest(FRAME.length(), sha256(FRAME), FACTS), life);
    }

    private List<String> stored() {
        return s3.client().listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static Arguments change(String name, UnaryOperator<Put> change) {
        return Arguments.of(name, change);
    }

    private static String sha256(String text) {
        return Digests.sha256Hex(text);
    }

    private static URI replaced(Put put, String old, String other) {
        var url = put.url().toString();
        assertThat(url).contains(old);
        return URI.create(url.replace(old, other));
    }

    private static URI forged(Put put) {
        return URI.create(put.url().toString().replaceAll("X-Amz-Signature=.{8}", "X-Amz-Signature=00000000"));
    }

    private static URI unsigned(Put put) {
        return URI.create(put.url().toString().replaceAll("\\?.*", ""));
    }
}
