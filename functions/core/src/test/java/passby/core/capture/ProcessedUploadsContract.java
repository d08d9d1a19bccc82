package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every {@link ProcessedUploads} does. */
public abstract class ProcessedUploadsContract {
    private final Unique unique = new Unique();
    private final Instant issued = unique.minute();

    protected abstract ProcessedUploads processed();

    private UploadKey upload() {
        return new UploadKey(issued, "cam-elm", unique.ulid(issued));
    }

    @Test
    void anUploadThatNobodyProcessedIsNotThere() {
        assertThat(processed().contains(upload())).isFalse();
    }

    @Test
    void aProcessedUploadIsRemembered() {
        var upload = upload();

        processed().add(upload);
        processed().add(upload);

        assertThat(processed().contains(upload)).isTrue();
        assertThat(processed().contains(upload())).isFalse();
    }
}
