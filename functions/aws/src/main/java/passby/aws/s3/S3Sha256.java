package passby.aws.s3;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SHA-256 as S3 writes it, in base64, and as Passby writes it, in hexadecimal. */
public final class S3Sha256 {
    private static final int BYTES = 32;

    private S3Sha256() {}

    public static String toBase64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }

    /** Empty for whatever is not the digest of a whole object; the one of a multipart upload has a suffix. */
    public static Optional<String> toHexadecimal(@Nullable String base64) {
        if (base64 == null) {
            return Optional.empty();
        }
        try {
            var digest = Base64.getDecoder().decode(base64);
            return digest.length == BYTES ? Optional.of(HexFormat.of().formatHex(digest)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
