package passby.recognizer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import passby.core.picture.FrameRef;

class RecognizerWireProperties {
    private final RecognizerWire wire = new RecognizerWire();

    @Property(tries = 300)
    void everyPlaceOfAFrameComesBackEqual(
            @ForAll @NotEmpty @StringLength(max = 60) String bucket,
            @ForAll @NotEmpty @StringLength(max = 200) String key) {
        var request = new RecognizerRequest.Read(new FrameRef("b" + readable(bucket), "k" + readable(key)));

        assertThat(wire.decodeRequest(wire.encode(request))).isEqualTo(request);
    }

    /** Half a surrogate pair is no character, and UTF-8 has no bytes for it. */
    private static String readable(String text) {
        return text.codePoints()
                .filter(c -> !Character.isSurrogate((char) c) || Character.isSupplementaryCodePoint(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Property(tries = 500)
    void strangersBytesAreMalformedAndNothingElse(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> wire.decodeRequest(bytes)).isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> wire.decodeRecognition(bytes)).isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> wire.decodeCut(bytes)).isInstanceOf(MalformedMessage.class);
    }
}
