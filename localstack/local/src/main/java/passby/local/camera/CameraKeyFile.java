package passby.local.camera;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A camera's key pair in a file that only its owner can read: camera id, key id, private key (PKCS #8) and public key
 * (X.509), a line each, keys in base64.
 */
public final class CameraKeyFile {
    private static final int LINES = 4;
    private static final int KID_BYTES = 4;

    private CameraKeyFile() {}

    public static CameraKeyPair findOrMake(Path file, String cameraId, RandomGenerator random) throws IOException {
        return Files.exists(file) ? read(file) : make(file, cameraId, random);
    }

    /** A new key in a new file; a file that is there already is never overwritten. */
    public static CameraKeyPair make(Path file, String cameraId, RandomGenerator random) throws IOException {
        var suffix = new byte[KID_BYTES];
        random.nextBytes(suffix);
        var key = CameraKeyPair.generate(cameraId, "key-" + HexFormat.of().formatHex(suffix));
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, owner);
        Files.write(
                file,
                List.of(
                        key.cameraId(),
                        key.kid(),
                        base64(key.pair().getPrivate().getEncoded()),
                        base64(key.pair().getPublic().getEncoded())));
        return key;
    }

    public static CameraKeyPair read(Path file) throws IOException {
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() != LINES) {
            throw new IOException("not a camera's key file: " + file);
        }
        try {
            var factory = KeyFactory.getInstance("Ed25519");
            var secret = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(lines.get(2))));
            var open = factory.generatePublic(new X509EncodedKeySpec(bytes(lines.get(3))));
            return new CameraKeyPair(lines.get(0), lines.get(1), new KeyPair(open, secret));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("not a camera's key file: " + file, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
