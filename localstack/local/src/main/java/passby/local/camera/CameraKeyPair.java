package passby.local.camera;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A camera's name and one of its two live keys (Ed25519). It never prints more than the names.
 *
 * @param kid names this key among those of the camera
 */
public record CameraKeyPair(String cameraId, String kid, KeyPair pair) {
    private static final int RAW_LENGTH = 32;

    public static CameraKeyPair generate(String cameraId, String kid) {
        try {
            return new CameraKeyPair(
                    cameraId, kid, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no Ed25519", e);
        }
    }

    /** The 32 bytes of the public key in base64url, which is the {@code x} of its JWK (RFC 8037). */
    public String publicX() {
        var encoded = pair.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    @Override
    public String toString() {
        return "CameraKey[" + cameraId + ", " + kid + "]";
    }
}
