package passby.aws.lists;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import passby.aws.s3.S3Sha256;
import passby.aws.s3.SignedPut;
import passby.core.lists.FeedUploadUrl;
import passby.core.lists.FeedUploadUrls;
import passby.core.lists.ListUpload;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Upload URLs of lists as presigned PUTs of S3: length, SHA-256, who uploads and the signature of the source are signed headers,
 * so that S3 itself refuses other bytes. The presigner signs by the clock of its machine.
 */
public final class S3FeedUploadUrls implements FeedUploadUrls {
    private final S3Presigner presigner;
    private final String bucket;

    public S3FeedUploadUrls(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public FeedUploadUrl sign(ListUpload upload, Duration life) {
        var signed = SignedPut.of(presigner, promised(upload), life);
        return new FeedUploadUrl(signed.uri(), signed.headers(), signed.expiration());
    }

    private PutObjectRequest promised(ListUpload upload) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(new FeedKeys(upload.source(), upload.sha256()).key())
                .contentType("application/octet-stream")
                .contentLength(upload.bytes())
                .checksumSHA256(S3Sha256.toBase64(upload.sha256()))
                .ifNoneMatch("*")
                .metadata(metadata(upload))
                .build();
    }

    private static Map<String, String> metadata(ListUpload upload) {
        var metadata = new HashMap<String, String>();
        metadata.put(S3FeedFiles.BY, upload.by());
        var signature = upload.signature();
        if (signature != null) {
            var text = signature.text().getBytes(StandardCharsets.US_ASCII);
            metadata.put(S3FeedFiles.SIGNATURE, Base64.getEncoder().encodeToString(text));
        }
        return metadata;
    }
}
