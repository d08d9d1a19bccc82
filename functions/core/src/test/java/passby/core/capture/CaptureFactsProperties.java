package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import passby.core.testing.TestData;

final class CaptureFactsProperties {
    record Pass(String cameraId, String pass) {
        String id() {
            return TestData.factsOfPass(TestData.NOW, pass).passId(cameraId, "upload");
        }
    }

    /** Few letters, so that ids begin and end alike. */
    @Provide
    Arbitrary<Pass> passes() {
        var cameraIds = Arbitraries.strings().withChars("a1-").ofMinLength(3).ofMaxLength(6);
        var passes = Arbitraries.strings().withChars("a1_-").ofMinLength(1).ofMaxLength(4);
        return Combinators.combine(
                        cameraIds.filter(id -> Camera.ID.matcher(id).matches()),
                        passes.filter(pass -> CaptureFacts.PASS.matcher(pass).matches()))
                .as(Pass::new);
    }

    @Property
    void noTwoPassesOfACityShareAnId(@ForAll("passes") Pass one, @ForAll("passes") Pass other) {
        assertThat(one.id().equals(other.id())).isEqualTo(one.equals(other));
    }

    /** Whatever the camera's id looks like, the pass id tells which camera it was. */
    @Property
    void aPassIdLeadsBackToItsCamera(@ForAll("passes") Pass pass) {
        var id = pass.id();

        assertThat(id.substring(0, id.lastIndexOf('-'))).isEqualTo(pass.cameraId());
    }
}
