package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import passby.core.note.MalformedException;
import passby.core.testing.CountingEntropy;

/** The example of RFC 8291, section 5 and appendix A, to the bit. */
final class PushEncryptionTest {
    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String RECEIVER_OWN = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SENDER_OWN = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String MESSAGE = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
            + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
    private static final byte[] TEXT = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII);

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static KeyPair pair(String shown, String own) throws GeneralSecurityException {
        var scalar = new BigInteger(1, bytes(own));
        return new KeyPair(
                P256.parse(bytes(shown)).orElseThrow(),
                KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, P256.parameters())));
    }

    private static Browser browser() {
        return new Browser(new PushEndpoint(TestBrowser.ENDPOINT), RECEIVER, SECRET);
    }

    @Test
    void theExampleOfTheRfcIsEncryptedAsItStandsThere() throws Exception {
        var body = PushEncryption.encrypt(TEXT, browser(), pair(SENDER, SENDER_OWN), bytes(SALT));

        assertThat(PushToken.base64(body)).isEqualTo(MESSAGE);
    }

    @Test
    void theExampleOfTheRfcIsReadByItsBrowserAlone() throws Exception {
        assertThat(PushEncryption.decrypt(bytes(MESSAGE), pair(RECEIVER, RECEIVER_OWN), bytes(SECRET)))
                .isEqualTo(TEXT);

        assertThatThrownBy(() -> new TestBrowser().read(bytes(MESSAGE))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aMessageThatWasChangedAnywhereIsNotRead() throws Exception {
        var keys = pair(RECEIVER, RECEIVER_OWN);
        for (var i = 0; i < bytes(MESSAGE).length; i += 7) {
            var changed = bytes(MESSAGE);
            changed[i] ^= 1;
            // The record's size is not authenticated, and says nothing of one record.
            var isSize = i >= PushEncryption.SALT_BYTES && i < PushEncryption.SALT_BYTES + 4;
            if (!isSize) {
                assertThatThrownBy(() -> PushEncryption.decrypt(changed, keys, bytes(SECRET)))
                        .as("byte changed")
                        .isInstanceOf(MalformedException.class);
            }
        }
    }

    @Test
    void aMessageThatNoPushServiceMustTakeIsNotMade() {
        var entropy = new CountingEntropy(1);
        var once = TestBrowser.pair();
        var salt = entropy.bytes(PushEncryption.SALT_BYTES);

        assertThat(PushEncryption.encrypt(new byte[PushEncryption.LONGEST], browser(), once, salt))
                .hasSize(4_096);
        assertThatThrownBy(() -> PushEncryption.encrypt(new byte[PushEncryption.LONGEST + 1], browser(), once, salt))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoPointOfTheCurveIsNoKey() {
        var offTheCurve = bytes(RECEIVER);
        offTheCurve[64] ^= 1;
        var infinity = new byte[65];
        infinity[0] = 4;

        assertThat(P256.parse(offTheCurve)).isEmpty();
        assertThat(P256.parse(infinity)).isEmpty();
        assertThat(P256.parse(new byte[0])).isEmpty();
        assertThat(P256.parse(bytes(RECEIVER)).map(P256::encode)).contains(bytes(RECEIVER));
    }
}
