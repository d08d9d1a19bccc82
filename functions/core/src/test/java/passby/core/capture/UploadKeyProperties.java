package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import passby.core.id.Ulids;
import passby.core.testing.CountingEntropy;
import passby.core.testing.MutableClock;

final class UploadKeyProperties {
    @Provide
    Arbitrary<String> cameraIds() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('-')
                .ofMinLength(3)
                .ofMaxLength(32)
                .filter(id -> Camera.ID.matcher(id).matches());
    }

    @Property
    void whatIsFormattedIsParsed(
            @ForAll("cameraIds") String cameraId,
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long millis,
            @ForAll long seed) {
        var at = Instant.ofEpochMilli(millis);
        var key = new UploadKey(at, cameraId, new Ulids(new MutableClock(at), new CountingEntropy(seed)).next());

        assertThat(UploadKey.parse(key.format())).contains(key);
    }

    @Property
    void anyTextIsParsedOrRefusedButNeverBreaks(@ForAll @StringLength(max = 120) String text) {
        assertThat(UploadKey.parse(text).map(UploadKey::format).orElse(text)).isEqualTo(text);
        assertThat(UploadKey.parse("u/0/" + text)).isEmpty();
    }
}
