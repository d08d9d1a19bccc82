package passby.aws.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

final class KmsNoteSignerTest {
    private static final String KEY = "alias/ledger";

    private final Kms kms = new Kms();
    private final KmsNoteSigner signer =
            new KmsNoteSigner(kms, KEY, () -> KmsNoteSigner.verifierKey(kms, KEY, "springfield/ledger"));

    /** KMS with one Ed25519 key, which refuses what KMS refuses. */
    private static final class Kms implements KmsClient {
        private final KeyPair pair = pair();

        private static KeyPair pair() {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public GetPublicKeyResponse getPublicKey(GetPublicKeyRequest request) {
            assertThat(request.keyId()).isEqualTo(KEY);
            return GetPublicKeyResponse.builder()
                    .publicKey(SdkBytes.fromByteArray(pair.getPublic().getEncoded()))
                    .build();
        }

        @Override
        public SignResponse sign(SignRequest request) {
            assertThat(request.keyId()).isEqualTo(KEY);
            assertThat(request.messageType()).isEqualTo(MessageType.RAW);
            assertThat(request.signingAlgorithm()).isEqualTo(SigningAlgorithmSpec.ED25519_SHA_512);
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(pair.getPrivate());
                signature.update(request.message().asByteArray());
                return SignResponse.builder()
                        .signature(SdkBytes.fromByteArray(signature.sign()))
                        .build();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String serviceName() {
            return "kms";
        }

        @Override
        public void close() {}
    }

    @Test
    void aNoteThatKmsSignedIsVerifiedByThePublicHalfAlone() {
        var note = signer.signed("springfield/ledger\n1\nhash\n");

        assertThat(note.isSignedBy(signer.verifierKey())).isTrue();
        assertThat(signer.verifierKey().name()).isEqualTo("springfield/ledger");
    }

    @Test
    void aNoteOfAnotherKeyIsNotVerified() {
        var another = new Kms();
        var others = KmsNoteSigner.verifierKey(another, KEY, "springfield/ledger");

        assertThat(signer.signed("springfield/ledger\n1\nhash\n").isSignedBy(others))
                .isFalse();
    }
}
