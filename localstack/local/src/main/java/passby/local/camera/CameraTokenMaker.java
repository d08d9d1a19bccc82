package passby.local.camera;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What a camera proves itself with: a JWT for one request, worthless for any other method, path or body, and after a minute.
 *
 * <p>Source: data.md, "Tokens"; RFC 7515 and RFC 8037 for the signature.
 *
 * @param audience the city's id
 */
public record CameraTokenMaker(CameraKeyPair key, String audience, Clock clock, RandomGenerator random) {
    private static final int LIFE_IN_SECONDS = 60;
    private static final int JTI_LENGTH = 16;

    /** @param path without stage and host */
    public String token(String method, String path, byte[] body) {
        var header = JsonNodeFactory.instance.objectNode();
        header.put("typ", "passby-camera+jwt").put("alg", "EdDSA").put("kid", key.kid());
        long now = clock.instant().getEpochSecond();
        var claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", key.cameraId()).put("aud", audience);
        claims.put("iat", now).put("exp", now + LIFE_IN_SECONDS).put("jti", jti());
        claims.put("htm", method).put("htu", path).put("bh", base64(sha256(body)));
        var signed = base64(header.toString().getBytes(UTF_8)) + "."
                + base64(claims.toString().getBytes(UTF_8));
        return signed + "." + base64(signature(signed));
    }

    private String jti() {
        var bytes = new byte[JTI_LENGTH];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private byte[] signature(String signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key.pair().getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of " + key + " cannot sign", e);
        }
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
