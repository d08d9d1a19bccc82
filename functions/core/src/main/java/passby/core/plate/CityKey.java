package passby.core.plate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import passby.core.id.Base32;

/**
 * The secret under which a city's plates and hits become keys. Made at deployment, wrapped by KMS (a key file locally),
 * unwrapped at run time; never in a snapshot, a log or an answer.
 */
public final class CityKey {
    public static final int BYTES = 32;

    private final int version;
    private final Mac prototype;

    /**
     * @param version 1 upwards; it stands in front of every plate key made with this secret
     * @param secret 32 bytes
     */
    public CityKey(int version, byte[] secret) {
        if (version < 1 || secret.length != BYTES) {
            throw new IllegalArgumentException("a city key is a version of at least 1 and " + BYTES + " bytes");
        }
        this.version = version;
        this.prototype = mac(secret);
    }

    /** 1 upwards; keys and manifests made under another version are not comparable. */
    public int version() {
        return version;
    }

    public PlateKey plateKey(Plate plate) {
        var mac = Arrays.copyOf(hmac(plate.fold().getBytes(StandardCharsets.UTF_8)), 16);
        return new PlateKey("k" + version + "." + Base32.encode(mac));
    }

    /** HMAC-SHA-256 under this key, 32 bytes. Callers put their purpose in front of what they pass. */
    public byte[] hmac(byte[] message) {
        try {
            return ((Mac) prototype.clone()).doFinal(message);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
        }
    }

    /** Made once, because an import makes millions of hashes; never used itself, so that threads may share it. */
    private static Mac mac(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "CityKey[version " + version + "]";
    }
}
