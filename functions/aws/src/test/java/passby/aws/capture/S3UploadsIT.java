package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import passby.aws.s3.S3Sha256;
import passby.aws.stub.S3ProxyServer;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Uploads;
import passby.core.capture.UploadsContract;
import passby.core.picture.Jpeg;
import passby.core.testing.TestData;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3UploadsIT extends UploadsContract {
    private static final String BUCKET = "uploads";
    private static final Map<String, String> METADATA = S3CaptureFacts.write(TestData.facts(TestData.NOW));
    private static final Jpeg FRAME = TestData.jpeg("a frame");

    private static final S3ProxyServer S3 = S3ProxyServer.start(BUCKET);
    private final S3Uploads uploads = new S3Uploads(S3.client(), BUCKET);

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Override
    protected Uploads uploads() {
        return uploads;
    }

    @Override
    protected void given(String key, Jpeg picture, CaptureFacts facts) {
        put(key, picture, S3CaptureFacts.write(facts));
    }

    @Override
    protected void givenForeign(String key, Jpeg picture) {
        put(key, picture, Map.of());
    }

    @Test
    void anObjectWithMoreMetadataThanOursIsNoUpload() {
        var metadata = new HashMap<>(METADATA);
        metadata.put("more", "1");
        put("more.jpg", FRAME, metadata);

        var found = uploads.find("more.jpg");

        assertThat(found).isEmpty();
    }

    @Test
    void anObjectWhoseBytesTheStoreDidNotHashIsNoUpload() {
        S3.client()
                .putObject(
                        put -> put.bucket(BUCKET).key("unhashed.jpg").metadata(METADATA),
                        RequestBody.fromBytes(FRAME.bytes()));

        var found = uploads.find("unhashed.jpg");

        assertThat(found).isEmpty();
    }

    @Test
    void aBucketThatIsNotThereIsABrokenWorld() {
        var nowhere = new S3Uploads(S3.client(), "no-such-bucket");

        assertThatThrownBy(() -> nowhere.list("u/")).isInstanceOf(S3Exception.class);
    }

    private static void put(String key, Jpeg picture, Map<String, String> metadata) {
        S3.client()
                .putObject(
                        put -> put.bucket(BUCKET)
                                .key(key)
                                .metadata(metadata)
                                .checksumSHA256(S3Sha256.toBase64(picture.sha256())),
                        RequestBody.fromBytes(picture.bytes()));
    }
}
