package passby.aws.lists;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import passby.core.lists.FeedUploadUrl;
import passby.core.lists.FeedUploadUrls;
import passby.core.lists.ListUpload;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Upload URLs of lists as presigned PUTs of S3: length, SHA-256, who uploads and the signature of the source are signed headers,
 * so that S3 itself refuses other bytes. The presigner signs by the clock of its machine.
 */
public final class S3FeedUploadUrls implements FeedUploadUrls {
    /** Every HTTP client writes these two by itself. */
    private static final Set<String> WRITTEN_BY_CLIENT = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final String bucket;

    public S3FeedUploadUrls(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public FeedUploadUrl sign(ListUpload upload, Duration life) {
        var signed =
                presigner.presignPutObject(put -> put.signatureDuration(life).putObjectRequest(promised(upload)));
        return new FeedUploadUrl(uri(signed), headers(signed), signed.expiration());
    }

    private PutObjectRequest promised(ListUpload upload) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(new FeedKeys(upload.source(), upload.sha256()).key())
                .contentType("application/octet-stream")
                .contentLength(upload.bytes())
                .checksumSHA256(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(upload.sha256())))
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
