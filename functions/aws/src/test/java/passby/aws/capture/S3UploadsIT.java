package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import passby.aws.stub.S3ProxyServer;
import passby.core.capture.CaptureFacts;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.S3Exception;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3UploadsIT {
    private static final String BUCKET = "uploads";
    private static final Map<String, String> METADATA =
            S3CaptureFacts.write(new CaptureFacts(Instant.parse("2026-11-23T11:59:58.250Z"), null, null, null, 0));

    private final S3ProxyServer s3 = S3ProxyServer.start(BUCKET);
    private final S3Uploads uploads = new S3Uploads(s3.client(), BUCKET);

    @AfterAll
    void stop() {
        s3.close();
    }

    @Test
    void anObjectThatIsNotThereIsNotFound() {
        var found = uploads.find("u/0/202611231200/nobody/nothing.jpg");

        assertThat(found).isEmpty();
    }

    @Test
    void anObjectWithForeignMetadataIsNotFound() {
        put("foreign.jpg", Map.of("camera", "elm-and-third"), ChecksumAlgorithm.SHA256);

        var found = uploads.find("foreign.jpg");

        assertThat(found).isEmpty();
    }

    @Test
    void anObjectWhoseBytesTheStoreDidNotHashIsNotFound() {
        put("unhashed.jpg", METADATA, ChecksumAlgorithm.CRC32);

        var found = uploads.find("unhashed.jpg");

        assertThat(found).isEmpty();
    }

    @Test
    void anObjectOfOursIsFound() {
        put("ours.jpg", METADATA, ChecksumAlgorithm.SHA256);

        var found = uploads.find("ours.jpg");

        assertThat(found)
                .hasValueSatisfying(upload -> assertThat(upload.length()).isEqualTo(5));
    }

    @Test
    void aBucketThatIsNotThereIsABrokenWorld() {
        var nowhere = new S3Uploads(s3.client(), "no-such-bucket");

        assertThatThrownBy(() -> nowhere.list("u/")).isInstanceOf(S3Exception.class);
    }

    @Test
    void moreKeysThanOnePageHoldsAreAllListed() {
        IntStream.range(0, 1_003).forEach(i -> put("many/%04d.jpg".formatted(i), Map.of(), ChecksumAlgorithm.CRC32));
        put("other/1.jpg", Map.of(), ChecksumAlgorithm.CRC32);

        var listed = uploads.list("many/");

        assertThat(listed).hasSize(1_003).doesNotHaveDuplicates().allMatch(key -> key.startsWith("many/"));
    }

    @Test
    void deletingTwiceIsFine() {
        put("twice.jpg", METADATA, ChecksumAlgorithm.SHA256);

        uploads.delete("twice.jpg");
        uploads.delete("twice.jpg");

        assertThat(uploads.find("twice.jpg")).isEmpty();
    }

    private void put(String key, Map<String, String> metadata, ChecksumAlgorithm algorithm) {
        s3.client()
                .putObject(
                        put -> put.bucket(BUCKET).key(key).metadata(metadata).checksumAlgorithm(algorithm),
                        RequestBody.fromString("bytes"));
    }
}
