package passby.aws.delivery;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Supplier;
import passby.core.delivery.P256;
import passby.core.delivery.PushSigner;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * The city's key towards push services, in KMS: it never leaves it. KMS writes a signature in DER and a public key in X.509, push
 * services in the numbers themselves (AWS KMS Developer Guide, "Key spec reference": {@code ECC_NIST_P256}).
 */
public final class KmsPushSigner implements PushSigner {
    private static final int NUMBER = 32;
    private static final int TAG_AND_LENGTH = 2;

    private final KmsClient kms;
    private final String keyId;
    private final Supplier<byte[]> publicKey;

    /** @param publicKey see {@link #publicKey(KmsClient, String)}; asked for when it is first used */
    public KmsPushSigner(KmsClient kms, String keyId, Supplier<byte[]> publicKey) {
        this.kms = kms;
        this.keyId = keyId;
        this.publicKey = publicKey;
    }

    /** The public half: the point at the end of X.509 (RFC 5480, section 2.2). */
    public static byte[] publicKey(KmsClient kms, String keyId) {
        var encoded = kms.getPublicKey(get -> get.keyId(keyId)).publicKey().asByteArray();
        return Arrays.copyOfRange(encoded, encoded.length - P256.PUBLIC_KEY_BYTES, encoded.length);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.get().clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        var signature = kms.sign(sign -> sign.keyId(keyId)
                .message(SdkBytes.fromByteArray(message))
                .messageType(MessageType.RAW)
                .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256));
        return numbers(signature.signature().asByteArray());
    }

    /** A sequence of two integers, each behind its tag and length, below 128 bytes in all (RFC 3279, section 2.2.3). */
    static byte[] numbers(byte[] der) {
        var numbers = new byte[2 * NUMBER];
        var first = TAG_AND_LENGTH;
        var second = first + TAG_AND_LENGTH + der[first + 1];
        write(der, first, numbers, 0);
        write(der, second, numbers, NUMBER);
        return numbers;
    }

    private static void write(byte[] der, int at, byte[] numbers, int offset) {
        var from = at + TAG_AND_LENGTH;
        var number = new BigInteger(1, Arrays.copyOfRange(der, from, from + der[at + 1])).toByteArray();
        var length = Math.min(number.length, NUMBER);
        System.arraycopy(number, number.length - length, numbers, offset + NUMBER - length, length);
    }
}
