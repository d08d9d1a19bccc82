package passby.core.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CityKeyTest {
    private static CityKey key(int version, int filler) {
        var secret = new byte[CityKey.BYTES];
        Arrays.fill(secret, (byte) filler);
        return new CityKey(version, secret);
    }

    @Test
    void platesThatLookAlikeHaveOneKey() {
        assertThat(key(1, 7).plateKey(new Plate("8O1"))).isEqualTo(key(1, 7).plateKey(new Plate("BDI")));
    }

    @Test
    void differentPlatesSecretsAndVersionsHaveDifferentKeys() {
        var plate = new Plate("KLM4827");

        assertThat(key(1, 7).plateKey(plate))
                .isNotEqualTo(key(1, 7).plateKey(new Plate("KLM4837")))
                .isNotEqualTo(key(1, 8).plateKey(plate))
                .isNotEqualTo(key(2, 7).plateKey(plate));
        assertThat(key(12, 7).plateKey(plate).value()).startsWith("k12.");
    }

    @Test
    void theMacIsHmacSha256() {
        // RFC 4231, test case 1, whose key of 20 bytes HMAC fills up with zeros.
        var secret = new byte[CityKey.BYTES];
        Arrays.fill(secret, 0, 20, (byte) 0x0b);

        var mac = new CityKey(1, secret).hmac("Hi There".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(mac))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Test
    void theSecretIsNeverPrintedAndCannotBeChangedFromOutside() {
        var secret = new byte[CityKey.BYTES];
        var key = new CityKey(1, secret);
        var before = key.plateKey(new Plate("KLM4827"));

        secret[0] = 1;

        assertThat(key.plateKey(new Plate("KLM4827"))).isEqualTo(before);
        assertThat(key.toString()).isEqualTo("CityKey[version 1]");
    }

    @Test
    void aShortSecretOrNoVersionIsRefused() {
        assertThatThrownBy(() -> new CityKey(1, new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
