package passby.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.Test;
import passby.core.delivery.P256;
import passby.core.testing.CountingEntropy;

/** Against the JDK's own signatures in DER, which is what KMS answers. */
final class KmsPushSignerTest {
    private final CountingEntropy entropy = new CountingEntropy(2);

    @Test
    void eachSignatureInDerIsTheSameInNumbersShortOnesToo() throws Exception {
        var keys = P256Pairs.drawn(entropy);
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        for (var i = 0; i < 600; i++) {
            var message = ("message " + i).getBytes(StandardCharsets.US_ASCII);
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(message);

            var numbers = KmsPushSigner.numbers(signer.sign());

            assertThat(numbers).hasSize(64);
            check.initVerify(keys.getPublic());
            check.update(message);
            assertThat(check.verify(numbers)).isTrue();
        }
    }

    @Test
    void thePointStandsAtTheEndOfThePublicKeyThatKmsAnswers() {
        var key = (ECPublicKey) P256Pairs.drawn(entropy).getPublic();
        var encoded = key.getEncoded();

        assertThat(encoded).endsWith(P256.encode(key)).hasSize(91);
    }
}
