package passby.aws.capture;

import java.time.Duration;
import passby.aws.s3.S3Sha256;
import passby.aws.s3.SignedPut;
import passby.core.capture.UploadKey;
import passby.core.capture.UploadRequest;
import passby.core.capture.UploadUrl;
import passby.core.capture.UploadUrls;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Upload URLs as presigned PUTs of S3. Everything that the camera promised is a signed header, so that S3 itself refuses
 * another type, length, SHA-256, capture fact or a second object.
 *
 * <p>A URL dies with the credentials that signed it, if they live shorter than it. The presigner signs by the clock of its
 * machine. Source: Amazon S3 User Guide, "Download and upload objects with presigned URLs".
 */
public final class S3UploadUrls implements UploadUrls {
    private final S3Presigner presigner;
    private final String bucket;

    /** @param bucket of uploads */
    public S3UploadUrls(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public UploadUrl sign(UploadKey key, UploadRequest request, Duration life) {
        var signed = SignedPut.of(presigner, promised(key, request), life);
        return new UploadUrl(key.uploadId(), signed.uri(), signed.headers(), signed.expiration());
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
}
