package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import passby.core.testing.TestData;

final class CaptureFactsProperties {
    record Pass(String cameraId, String pass) {
        boolean isPossible() {
            return Camera.ID.matcher(cameraId).matches()
                    && CaptureFacts.PASS.matcher(pass).matches();
        }

        String id() {
            return TestData.factsOfPass(TestData.NOW, pass).passId(cameraId, "upload");
        }
    }

    /** Few characters, and many hyphens among them. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("a1_-").ofMinLength(5).ofMaxLength(12);
    }

    /** Wherever such a text is cut in two, at most one cut gives a camera and a pass of it. */
    @Property
    void noTwoCamerasAndPassesShareAnId(@ForAll("texts") String text) {
        var possible = IntStream.range(0, text.length())
                .filter(at -> text.charAt(at) == '-')
                .mapToObj(at -> new Pass(text.substring(0, at), text.substring(at + 1)))
                .filter(Pass::isPossible)
                .toList();

        assertThat(possible)
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(pass -> pass.id().equals(text));
    }
}
