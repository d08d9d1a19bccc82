package passby.aws.capture;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import passby.core.capture.UploadKey;
import passby.core.capture.UploadRequest;
import passby.core.capture.UploadUrl;
import passby.core.capture.UploadUrls;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Upload URLs as presigned PUTs of S3. Everything that the camera promised is a signed header, so that S3 itself refuses
 * another type, length, SHA-256, capture fact or a second object.
 *
 * <p>A URL dies with the credentials that signed it, if they live shorter than it. The presigner signs by the clock of its
 * machine. Source: Amazon S3 User Guide, "Download and upload objects with presigned URLs".
 */
public final class S3UploadUrls implements UploadUrls {
    /** Every HTTP client writes these two by itself. */
    private static final Set<String> WRITTEN_BY_CLIENT = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final String bucket;

    /** @param bucket of uploads */
    public S3UploadUrls(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public UploadUrl sign(UploadKey key, UploadRequest request, Duration life) {
        var signed =
                presigner.presignPutObject(put -> put.signatureDuration(life).putObjectRequest(promised(key, request)));
        return new UploadUrl(key.uploadId(), uri(signed), headers(signed), signed.expiration());
    }

    private PutObjectRequest promised(UploadKey key, UploadRequest request) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key.format())
                .contentType(UploadRequest.CONTENT_TYPE)
                .contentLength((long) request.length())
                .checksumSHA256(S3Sha256.toBase64(request.sha256()))
                .ifNoneMatch("*")
                .metadata(S3CaptureFacts.write(request.facts()))
                .build();
    }

    private static Map<String, String> headers(PresignedPutObjectRequest signed) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.keySet().removeAll(WRITTEN_BY_CLIENT);
        return headers;
    }

    private static URI uri(PresignedPutObjectRequest signed) {
        try {
            return signed.url().toURI();
        } catch (URISyntaxException e) {
            // Without the cause, whose message would carry the signature.
            throw new IllegalStateException("the presigner made something that is no URI");
        }
    }
}
