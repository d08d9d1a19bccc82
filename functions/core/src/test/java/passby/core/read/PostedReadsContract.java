package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.capture.CaptureFacts;
import passby.core.capture.Position;
import passby.core.capture.UploadKey;
import passby.core.capture.Uploads;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.recognition.Engine;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link PostedReads} does. */
public abstract class PostedReadsContract {
    private static final Engine ENGINE = new Engine("camera:openalpr", "4.1.9");

    private final Unique unique = new Unique();
    private final Instant minute = unique.minute();
    private final UploadKey key = new UploadKey(minute, unique.cameraId(), unique.ulid(minute), UploadKey.Kind.READ);

    protected abstract PostedReads reads();

    /** The bucket that they lie in. */
    protected abstract Uploads uploads();

    @Test
    void aReadIsFoundAsItWasPosted() {
        var read = new PostedRead(
                new CaptureFacts(minute.plusMillis(7), new Position(-33.5, 151.125), 359, "pass_7_A", 12),
                List.of(ARead.candidate("7TST123", 0.9325), ARead.candidate("7T5T123", 0.1)),
                new IssuingState.Issued("CA", new Confidence(0.75)),
                ENGINE);

        reads().put(key, read);

        assertThat(reads().find(key)).contains(read);
    }

    @Test
    void whatTheCameraDidNotSayStaysUnsaid() {
        var read = new PostedRead(
                TestData.facts(minute), List.of(ARead.candidate("7TST123", 1)), IssuingState.UNKNOWN, ENGINE);

        reads().put(key, read);

        assertThat(reads().find(key)).contains(read);
    }

    @Test
    void aReadIsAnUploadWithItsFactsAndItsHash() {
        var read = new PostedRead(
                TestData.facts(minute), List.of(ARead.candidate("7TST123", 1)), IssuingState.UNKNOWN, ENGINE);

        reads().put(key, read);

        assertThat(uploads().find(key.format())).hasValueSatisfying(upload -> {
            assertThat(upload.facts()).isEqualTo(read.facts());
            assertThat(upload.sha256()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void aReadWhoseObjectIsDeletedIsGone() {
        var read = new PostedRead(
                TestData.facts(minute), List.of(ARead.candidate("7TST123", 1)), IssuingState.UNKNOWN, ENGINE);
        reads().put(key, read);

        uploads().delete(key.format());

        assertThat(reads().find(key)).isEmpty();
    }
}
