package passby.local.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import passby.local.city.CityLog;
import passby.local.engine.LocalEngines;
import passby.local.engine.Storage;
import passby.local.engine.TestEngines;
import passby.local.lambda.Invocations;
import passby.local.lambda.LambdaHttp;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** The camera against a city that only gives URLs, and what of all this gets into the log. */
class CameraClientIT {
    private static final CameraImage.Facts FACTS =
            new CameraImage.Facts(Instant.parse("2026-11-23T12:00:00Z"), 41.88, -87.63, 270, "pass_1", 1);
    private static LocalEngines engines;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        engines = TestEngines.start(new Storage.InMemory());
    }

    @AfterAll
    static void stop() {
        engines.close();
    }

    @Test
    void everyPictureEndsInTheBucketWithItsFacts() throws Exception {
        var city = new UrlsOnly("u/7/stored");

        var sent = send(city, shot("first"), shot("second"));

        var object = engines.clients()
                .s3()
                .getObjectAsBytes(get -> get.bucket(TestEngines.UPLOADS).key("u/7/stored-1.jpg"));
        assertThat(sent).containsExactly(new UploadResult.Stored("upload-0"), new UploadResult.Stored("upload-1"));
        assertThat(object.asByteArray()).isEqualTo("second".getBytes(UTF_8));
        assertThat(object.response().metadata()).containsEntry("captured-at", "2026-11-23T12:00:00.000Z");
    }

    @Test
    void theRequestNamesTheCameraAndThePictures() throws Exception {
        var city = new UrlsOnly("u/7/named");

        send(city, shot("first"));

        var asked = city.asked.take();
        assertThat(asked.getPath()).isEqualTo("/v1/uploads");
        assertThat(asked.getHeaders().get("authorization")).startsWith("Bearer ey");
        assertThat(new ObjectMapper().readTree(asked.getBody()).at("/uploads/0"))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"contentType":"image/jpeg","contentLength":5,
                         "sha256":"a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e",
                         "capturedAt":"2026-11-23T12:00:00.000Z","latitude":41.88,"longitude":-87.63,
                         "heading":270,"passId":"pass_1","sequence":1}"""));
    }

    @Test
    void aCityThatGivesNoUrlIsBelieved() throws Exception {
        var city = new UrlsOnly("u/7/refused");
        city.status = 429;

        assertThat(send(city, shot("first"))).containsExactly(new UploadResult.Refused(429, "{}"));
    }

    @Test
    void aUrlForOtherBytesDoesNotTakeTheseAndTellsNobody() throws Exception {
        var city = new UrlsOnly("u/7/other");
        city.bytesAreAnnouncedAs = "other".getBytes(UTF_8);

        var sent = sendToRefusal(city, shot("first"));

        assertThat(sent).singleElement().isInstanceOf(UploadResult.NotStored.class);
        assertThat(engines.s3().objects(TestEngines.UPLOADS))
                .noneMatch(object -> object.key().startsWith("u/7/other"));
        assertThat(messages()).noneMatch(body -> body.contains("u/7/other"));
    }

    @Test
    void neitherUrlsNorKeysNorTokensGetIntoTheLog() throws Exception {
        var file = folder.resolve("city.log");
        var right = new UrlsOnly("u/7/logged-right");
        var wrong = new UrlsOnly("u/7/logged-wrong");
        wrong.urlIsSpoiled = true;

        try (var _ = CityLog.toFile(file)) {
            assertThat(send(right, shot("first"))).containsExactly(new UploadResult.Stored("upload-0"));
            assertThat(sendToRefusal(wrong, shot("first")))
                    .containsExactly(new UploadResult.NotStored("upload-0", 403));
            LoggerFactory.getLogger("passby.test").warn("the log is {}", "open");
            LoggerFactory.getLogger("org.engine").warn("request {}", "/u/7/secret?X-Amz-Signature=1");
        }

        var log = Files.readString(file);
        assertThat(log).contains("passby.test the log is open", "org.engine request {}");
        assertThat(log).doesNotContain("X-Amz", "u/7/", "Bearer", "eyJ", "MadeUpSecret");
        assertThat(log).doesNotContain(signature(right.given.take()), signature(wrong.given.take()));
    }

    private static String signature(String url) {
        return url.replaceAll(".*X-Amz-Signature=([0-9a-f]+).*", "$1");
    }

    /** S3Proxy resets the connection of a put that it refuses before the body has come, and the answer is lost: then once more. */
    private static List<UploadResult> sendToRefusal(UrlsOnly city, CameraImage shot)
            throws IOException, InterruptedException {
        for (int left = 5; ; left--) {
            try {
                return send(city, shot);
            } catch (IOException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private static List<UploadResult> send(UrlsOnly city, CameraImage... shots)
            throws IOException, InterruptedException {
        var invocations = new Invocations("Urls", Duration.ofSeconds(5), Clock.systemUTC(), () -> "request");
        var tokens = new CameraTokenMaker(
                CameraKeyPair.generate("camera-1", "key-1"), "passby-city", Clock.systemUTC(), new Random(1));
        try (var http = LambdaHttp.start(0, city, invocations);
                var client = HttpClient.newHttpClient()) {
            return new CameraClient(http.endpoint(), tokens, client).send(List.of(shots));
        }
    }

    private static CameraImage shot(String bytes) {
        return new CameraImage(bytes.getBytes(UTF_8), FACTS);
    }

    private static List<String> messages() {
        return engines
                .clients()
                .sqs()
                .receiveMessage(receive -> receive.queueUrl(
                                engines.queue(TestEngines.UPLOADS).url())
                        .maxNumberOfMessages(10))
                .messages()
                .stream()
                .map(message -> message.body())
                .toList();
    }

    /** Gives a URL for whatever is announced, as the real use case would after its checks. */
    private static final class UrlsOnly
            implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
        private static final ObjectMapper JSON = new ObjectMapper();
        final BlockingQueue<APIGatewayProxyRequestEvent> asked = new LinkedBlockingQueue<>();
        final BlockingQueue<String> given = new LinkedBlockingQueue<>();
        private final String key;
        int status = 201;
        boolean urlIsSpoiled;
        byte[] bytesAreAnnouncedAs = {};

        UrlsOnly(String key) {
            this.key = key;
        }

        @Override
        public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
            asked.add(event);
            var answer = new APIGatewayProxyResponseEvent().withStatusCode(status);
            return status == 201 ? answer.withBody(urls(event.getBody())) : answer.withBody("{}");
        }

        private String urls(String body) {
            try {
                var answer = JSON.createObjectNode();
                var uploads = answer.putArray("uploads");
                for (var announced : JSON.readTree(body).required("uploads")) {
                    int n = uploads.size();
                    var presigned = presigned(announced, key + "-" + n + ".jpg");
                    var url = presigned.url().toString();
                    given.add(url);
                    var upload = uploads.addObject();
                    upload.put("uploadId", "upload-" + n);
                    upload.put("url", urlIsSpoiled ? url.replace("X-Amz-Signature=", "X-Amz-Signature=0") : url);
                    var headers = upload.putObject("headers");
                    presigned.signedHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
                    upload.put("expiresAt", presigned.expiration().toString());
                }
                return answer.toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private PresignedPutObjectRequest presigned(JsonNode announced, String objectKey) {
            var sha = bytesAreAnnouncedAs.length == 0
                    ? HexFormat.of().parseHex(announced.required("sha256").asText())
                    : CameraTokenMaker.sha256(bytesAreAnnouncedAs);
            return engines.clients()
                    .presigner()
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(10))
                            .putObjectRequest(put -> put.bucket(TestEngines.UPLOADS)
                                    .key(objectKey)
                                    .contentType("image/jpeg")
                                    .contentLength(
                                            announced.required("contentLength").asLong())
                                    .checksumSHA256(Base64.getEncoder().encodeToString(sha))
                                    .ifNoneMatch("*")
                                    .metadata(Map.of(
                                            "captured-at",
                                            announced.required("capturedAt").asText()))));
        }
    }
}
