package passby.local.city;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import passby.aws.delivery.P256Pairs;
import passby.core.delivery.P256;
import passby.core.delivery.PushSigner;
import passby.core.id.Entropy;

/** The key by which push services know the city, as a file that only its owner can read: in AWS it is a key of KMS. */
public final class PushKeyFile implements PushSigner {
    private final PrivateKey own;
    private final ECPublicKey shown;

    private PushKeyFile(PrivateKey own, ECPublicKey shown) {
        this.own = own;
        this.shown = shown;
    }

    /** The key of that folder, made at the first start: browsers that subscribed under it take messages under no other. */
    public static PushKeyFile in(Path folder, Entropy entropy) throws IOException {
        var file = folder.resolve("push.key");
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
            Files.writeString(file, made(entropy), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            // The key of an earlier start: that is the one to use.
        }
        return parse(Files.readString(file).split("\n", -1));
    }

    /** Two lines of base64: PKCS #8, X.509. */
    private static String made(Entropy entropy) {
        var pair = P256Pairs.drawn(entropy);
        var base64 = Base64.getEncoder();
        return base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
    }

    private static PushKeyFile parse(String[] lines) {
        try {
            var keys = KeyFactory.getInstance("EC");
            var own = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0])));
            var shown = keys.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(lines[1])));
            return new PushKeyFile(own, (ECPublicKey) shown);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("push.key is no pair of P-256", e);
        }
    }

    @Override
    public byte[] publicKey() {
        return P256.encode(shown);
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(own);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ECDSA", e);
        }
    }
}
