package passby.aws.capture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import passby.aws.stub.S3ProxyServer;
import passby.core.capture.UploadKey;
import passby.core.capture.Uploads;
import passby.core.read.PostedReads;
import passby.core.read.PostedReadsContract;
import passby.core.testing.TestData;
import software.amazon.awssdk.core.sync.RequestBody;

class S3PostedReadsIT extends PostedReadsContract {
    private static final String BUCKET = "uploads";
    private static final S3ProxyServer S3 = S3ProxyServer.start(BUCKET);

    private final S3PostedReads reads = new S3PostedReads(S3.client(), BUCKET);

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Override
    protected PostedReads reads() {
        return reads;
    }

    @Override
    protected Uploads uploads() {
        return new S3Uploads(S3.client(), BUCKET);
    }

    @Test
    void anObjectUnderTheKeyOfAReadThatWeNeverWroteIsABrokenWorld() {
        var key = new UploadKey(TestData.NOW, "cam-elm", "01JDD0ABCDEFGHJKMNPQRSTVWX", UploadKey.Kind.READ);
        S3.client().putObject(put -> put.bucket(BUCKET).key(key.format()), RequestBody.fromString("{}"));

        assertThatThrownBy(() -> reads.find(key)).isInstanceOf(IllegalStateException.class);
    }
}
