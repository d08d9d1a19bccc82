package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FrameSourceTest {
    private static final FrameRef FRAME = new FrameRef("uploads", "u/0/frame.jpg");

    private final FakeS3 s3 = new FakeS3();
    private final FrameSource source = new S3FrameSource(s3);

    @Test
    void aFrameIsFetchedWhole() {
        s3.object = new ByteArrayInputStream(new byte[] {1, 2, 3});

        assertThat(source.fetch(FRAME))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2, 3));
    }

    @Test
    void anEmptyFrameIsNotAMissingOne() {
        s3.object = InputStream.nullInputStream();

        assertThat(source.fetch(FRAME))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
    }

    @Test
    void aMissingFrameIsEmpty() {
        assertThat(source.fetch(new FrameRef("uploads", "u/0/other.jpg"))).isEqualTo(Optional.empty());
    }

    @Test
    void anEndlessFrameIsGivenUpJustBeyondTheLimit() {
        s3.object = new Endless();

        assertThat(source.fetch(FRAME))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(FrameLimits.MAX_BYTES + 1));
        assertThat(s3.aborted).isTrue();
    }

    @Test
    void aBrokenStoreIsNotAMissingFrame() {
        assertThatThrownBy(() -> source.fetch(new FrameRef("other", "u/0/frame.jpg")))
                .isInstanceOf(S3Exception.class);
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 7;
        }
    }

    /** One bucket with one object. */
    private static final class FakeS3 implements S3Client {
        private final AtomicBoolean aborted = new AtomicBoolean();
        private InputStream object = InputStream.nullInputStream();

        @Override
        public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
            if (!request.bucket().equals(FRAME.bucket())) {
                throw S3Exception.builder()
                        .message("no such bucket")
                        .statusCode(404)
                        .build();
            }
            if (!request.key().equals(FRAME.key())) {
                throw NoSuchKeyException.builder().message("no such key").build();
            }
            try {
                var response = GetObjectResponse.builder().metadata(Map.of()).build();
                return transformer.transform(response, AbortableInputStream.create(object, () -> aborted.set(true)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
