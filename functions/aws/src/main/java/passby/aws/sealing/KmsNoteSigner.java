package passby.aws.sealing;

import java.util.Arrays;
import java.util.function.Supplier;
import passby.core.note.NoteSigner;
import passby.core.note.VerifierKey;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * The log's key in KMS: Ed25519 as RFC 8032 has it, over the message itself and not its digest (AWS KMS Developer Guide, "Key spec
 * reference": {@code ED25519_SHA_512} with message type RAW). A note is far below the 4,096 bytes that KMS takes.
 */
public final class KmsNoteSigner implements NoteSigner {
    private static final int PUBLIC_KEY_BYTES = 32;

    private final KmsClient kms;
    private final String keyId;
    private final Supplier<VerifierKey> verifierKey;

    /** @param verifierKey see {@link #verifierKey(KmsClient, String, String)}; asked for when it is first used */
    public KmsNoteSigner(KmsClient kms, String keyId, Supplier<VerifierKey> verifierKey) {
        this.kms = kms;
        this.keyId = keyId;
        this.verifierKey = verifierKey;
    }

    /**
     * The public half, under the log's name: the last 32 bytes of X.509 (RFC 8410).
     *
     * @param name of the log, its origin
     */
    public static VerifierKey verifierKey(KmsClient kms, String keyId, String name) {
        var encoded = kms.getPublicKey(get -> get.keyId(keyId)).publicKey().asByteArray();
        var publicKey = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_BYTES, encoded.length);
        return VerifierKey.of(name, VerifierKey.Kind.NOTE, publicKey);
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey.get();
    }

    @Override
    public byte[] sign(byte[] message) {
        return kms.sign(sign -> sign.keyId(keyId)
                        .message(SdkBytes.fromByteArray(message))
                        .messageType(MessageType.RAW)
                        .signingAlgorithm(SigningAlgorithmSpec.ED25519_SHA_512))
                .signature()
                .asByteArray();
    }
}
