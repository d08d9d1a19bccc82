package passby.recognizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import passby.recognizer.wire.FrameHosts;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Frames in S3. A frame that is too long is fetched only as far as is needed to know that it is; by reading on rather than
 * by a range, because S3 answers a range of an empty object with an error.
 */
public final class S3FrameSource implements FrameSource {
    private final S3Client s3;

    public S3FrameSource(S3Client s3) {
        this.s3 = s3;
    }

    /** With the region and the credentials of the function. */
    static S3FrameSource open() {
        return new S3FrameSource(
                builder().httpClient(UrlConnectionHttpClient.create()).build());
    }

    /**
     * In us-east-1 the SDK asks S3's global name unless it is told otherwise (AWS SDKs and Tools Reference Guide, "Amazon S3
     * regional endpoint"), which its network does not answer ({@link FrameHosts}). A variable or a property could tell it as well, but nothing would notice if it went missing.
     */
    static S3ClientBuilder builder() {
        var usual = S3EndpointProvider.defaultProvider();
        return S3Client.builder()
                .endpointProvider(parameters -> usual.resolveEndpoint(
                        parameters.toBuilder().useGlobalEndpoint(false).build()));
    }

    @Override
    public Optional<byte[]> fetch(FrameRef frame) {
        var request = GetObjectRequest.builder()
                .bucket(frame.bucket())
                .key(frame.key())
                .build();
        try (var object = s3.getObject(request)) {
            var bytes = object.readNBytes(FrameLimits.MAX_BYTES + 1);
            if (bytes.length > FrameLimits.MAX_BYTES) {
                object.abort();
            }
            return Optional.of(bytes);
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
