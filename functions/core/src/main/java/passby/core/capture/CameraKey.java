package passby.core.capture;

import java.time.Instant;
import java.util.Base64;

/**
 * A camera's public key. The private one never leaves the camera.
 *
 * @param kid names the key in the tokens signed with it
 * @param publicKey the 32 bytes of an Ed25519 public key, base64url without padding
 * @param addedAt when it was accepted
 */
public record CameraKey(String kid, String publicKey, Instant addedAt) {
    public static final int BYTES = 32;

    public CameraKey {
        if (!isPublicKey(publicKey)) {
            throw new IllegalArgumentException("an Ed25519 public key is " + BYTES + " bytes in base64url");
        }
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(publicKey);
    }

    public static boolean isPublicKey(String text) {
        try {
            return text.length() <= 44 && Base64.getUrlDecoder().decode(text).length == BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
