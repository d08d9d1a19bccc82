package passby.aws.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import passby.aws.stub.LosesFirstAnswer;
import passby.aws.stub.S3ProxyServer;
import passby.core.note.MalformedException;
import passby.core.sealing.LogStore;
import passby.core.sealing.LogStoreContract;
import passby.core.testing.Unique;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3LogStoreIT extends LogStoreContract {
    private static final String BUCKET = "ledger";
    private static final S3ProxyServer S3 = S3ProxyServer.start(BUCKET);

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Override
    protected LogStore empty() {
        return new S3LogStore(
                S3.client(), BUCKET, new Unique().cameraId() + "/", () -> Duration.ZERO, Clock.systemUTC());
    }

    @Test
    void aCheckpointIsTextAndATileIsBytes() {
        var store = new S3LogStore(S3.client(), BUCKET, "", () -> Duration.ZERO, Clock.systemUTC());
        store.create("checkpoint", new byte[] {1});
        store.create("tile/0/000", new byte[] {1});

        assertThat(S3.client()
                        .headObject(head -> head.bucket(BUCKET).key("checkpoint"))
                        .contentType())
                .isEqualToIgnoringWhitespace("text/plain;charset=utf-8");
        assertThat(S3.client()
                        .headObject(head -> head.bucket(BUCKET).key("tile/0/000"))
                        .contentType())
                .isEqualTo("application/octet-stream");
    }

    @Test
    void aFileOfAHundredMegabytesIsNotRead() {
        var store = new S3LogStore(S3.client(), BUCKET, "huge/", () -> Duration.ZERO, Clock.systemUTC());
        S3.client()
                .putObject(
                        put -> put.bucket(BUCKET).key("huge/tile/entries/000"),
                        RequestBody.fromBytes(new byte[100 << 20]));

        assertThatThrownBy(() -> store.find("tile/entries/000")).isInstanceOf(MalformedException.class);
    }

    @Test
    void aBucketThatIsNotThereIsABrokenWorld() {
        var nowhere = new S3LogStore(S3.client(), "no-such-bucket", "", () -> Duration.ZERO, Clock.systemUTC());

        assertThatThrownBy(() -> nowhere.find("checkpoint")).isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> nowhere.create("checkpoint", new byte[1])).isInstanceOf(S3Exception.class);
    }

    private static S3LogStore losingTheFirstAnswer(String prefix) {
        return new S3LogStore(
                S3.client(new LosesFirstAnswer()), BUCKET, prefix, () -> Duration.ZERO, Clock.systemUTC());
    }

    @Test
    void aWriteWhoseAnswerWasLostIsStillOurs() {
        var prefix = new Unique().cameraId() + "/";

        assertThat(losingTheFirstAnswer(prefix).create("batches/1", new byte[] {1}))
                .isTrue();
        assertThat(losingTheFirstAnswer(prefix).replaceCheckpoint(null, new byte[] {1}))
                .isTrue();
        assertThat(losingTheFirstAnswer(prefix).replaceCheckpoint(new byte[] {1}, new byte[] {2}))
                .isTrue();
    }

    @Test
    void aRefusalWhoseAnswerWasLostIsNoWriteOfOurs() {
        var prefix = new Unique().cameraId() + "/";
        losingTheFirstAnswer(prefix).create("batches/1", new byte[] {1});

        assertThat(losingTheFirstAnswer(prefix).create("batches/1", new byte[] {2}))
                .isFalse();
    }
}
