package passby.aws.capture;

import java.util.List;
import java.util.Optional;
import passby.aws.s3.S3Sha256;
import passby.core.capture.Upload;
import passby.core.capture.Uploads;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The bucket of uploads in S3. The caller needs {@code s3:ListBucket} too: without it S3 answers a missing object with 403,
 * which is a broken world here and not an empty answer.
 */
public final class S3Uploads implements Uploads {
    private final S3Client s3;
    private final String bucket;

    /** @param bucket of uploads */
    public S3Uploads(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<Upload> find(String key) {
        try {
            return upload(s3.headObject(head -> head.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private static Optional<Upload> upload(HeadObjectResponse head) {
        return S3Sha256.toHexadecimal(head.checksumSHA256())
                .flatMap(sha256 -> S3CaptureFacts.read(head.metadata())
                        .map(facts -> new Upload(head.contentLength(), sha256, facts)));
    }

    @Override
    public void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key));
    }

    @Override
    public List<String> list(String prefix) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
