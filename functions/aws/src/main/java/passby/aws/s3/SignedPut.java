package passby.aws.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * A presigned PUT, as whoever uploads needs it. The presigner signs by the clock of its machine.
 *
 * @param headers that must be sent as they are, by name in any case
 */
public record SignedPut(URI uri, Map<String, String> headers, Instant expiration) {
    /** Every HTTP client writes these two by itself. */
    private static final Set<String> WRITTEN_BY_CLIENT = Set.of("host", "content-length");

    /** @param put whose every header is signed, so that S3 refuses another */
    public static SignedPut of(S3Presigner presigner, PutObjectRequest put, Duration life) {
        var signed = presigner.presignPutObject(
                presign -> presign.signatureDuration(life).putObjectRequest(put));
        return new SignedPut(uri(signed), headers(signed), signed.expiration());
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

    /** Whoever has the URL may upload: it is printed nowhere. */
    @Override
    public String toString() {
        return "SignedPut[expiration=" + expiration + "]";
    }
}
