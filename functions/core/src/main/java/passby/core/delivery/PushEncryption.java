package passby.core.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import passby.core.note.MalformedException;

/**
 * A message that only one browser can read, whatever its push service does with it: one record of {@code aes128gcm}.
 *
 * <p>Source: RFC 8291, sections 3 and 4, over RFC 8188, section 2.
 */
public final class PushEncryption {
    public static final int SALT_BYTES = 16;

    /** A push service takes at least 4,096 bytes, of which header, delimiter and tag need 103 (RFC 8291, section 4). */
    public static final int LONGEST = 3_993;

    private static final int RECORD_SIZE = 4_096;
    private static final int HEADER = SALT_BYTES + 4 + 1 + P256.PUBLIC_KEY_BYTES;
    private static final byte LAST_RECORD = 2;
    private static final int TAG_BITS = 128;

    private PushEncryption() {}

    /**
     * @param once a pair of P-256 that is used for this message alone
     * @param salt 16 bytes that are used for this message alone
     */
    public static byte[] encrypt(byte[] text, Browser browser, KeyPair once, byte[] salt) {
        if (text.length > LONGEST) {
            throw new IllegalArgumentException("longer than a push may be: " + text.length + " bytes");
        }
        var sender = P256.encode((ECPublicKey) once.getPublic());
        try {
            var shared = agree(once, P256.parse(browser.publicKey()).orElseThrow());
            var padded = Arrays.copyOf(text, text.length + 1);
            padded[text.length] = LAST_RECORD;
            var receiver = browser.publicKey();
            var record = cipher(Cipher.ENCRYPT_MODE, shared, browser.secret(), receiver, sender, salt)
                    .doFinal(padded);
            return ByteBuffer.allocate(HEADER + record.length)
                    .put(salt)
                    .putInt(RECORD_SIZE)
                    .put((byte) sender.length)
                    .put(sender)
                    .put(record)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has what RFC 8291 asks for", e);
        }
    }

    /**
     * What a browser does.
     *
     * @throws MalformedException for what is not a message for it
     */
    public static byte[] decrypt(byte[] body, KeyPair browser, byte[] auth) {
        if (body.length <= HEADER || body[SALT_BYTES + 4] != P256.PUBLIC_KEY_BYTES) {
            throw new MalformedException("a message of a push has a longer header");
        }
        var salt = Arrays.copyOf(body, SALT_BYTES);
        var sender = Arrays.copyOfRange(body, SALT_BYTES + 5, HEADER);
        var key = P256.parse(sender).orElseThrow(() -> new MalformedException("its sender's key is none"));
        try {
            var receiver = P256.encode((ECPublicKey) browser.getPublic());
            var cipher = cipher(Cipher.DECRYPT_MODE, agree(browser, key), auth, receiver, sender, salt);
            var text = cipher.doFinal(body, HEADER, body.length - HEADER);
            if (text[text.length - 1] != LAST_RECORD) {
                throw new MalformedException("a push is one record, which says that it is the last");
            }
            return Arrays.copyOf(text, text.length - 1);
        } catch (GeneralSecurityException e) {
            throw new MalformedException("it is for another browser, or was changed");
        }
    }

    private static byte[] agree(KeyPair own, ECPublicKey other) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    private static Cipher cipher(int mode, byte[] shared, byte[] auth, byte[] receiver, byte[] sender, byte[] salt)
            throws GeneralSecurityException {
        var info = new ByteArrayOutputStream();
        info.writeBytes(label("WebPush: info"));
        info.writeBytes(receiver);
        info.writeBytes(sender);
        var input = derive(shared, auth, info.toByteArray(), 32);
        var content = derive(input, salt, label("Content-Encoding: aes128gcm"), 16);
        var nonce = derive(input, salt, label("Content-Encoding: nonce"), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(content, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] derive(byte[] input, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(input)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    private static byte[] label(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
