package passby.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import passby.recognizer.FrameSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Fetches frames from the local bucket for the recogniser in process: no more bytes than a frame may have, and one. */
public final class LocalFrames implements FrameSource {
    private final S3Client s3;

    public LocalFrames(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public Optional<byte[]> fetch(FrameRef frame) {
        try (var object = s3.getObject(get -> get.bucket(frame.bucket()).key(frame.key()))) {
            return Optional.of(object.readNBytes(FrameLimits.MAX_BYTES + 1));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
