package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.CORNER;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.camera;
import static passby.core.testing.TestData.cameraKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.testing.TestData;

final class CameraTest {
    private static final CaptureFacts FIXED = TestData.facts(NOW);
    private static final CaptureFacts MOBILE = new CaptureFacts(NOW, new Position(1, 2), 7, "pass", 3);

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "-ab", "ab-", "Cam", "cam/elm", "cam elm", "cam\n", "a2345678901234567890123456789012b"
            })
    void anythingElseIsNoCameraId(String id) {
        assertThatThrownBy(() -> camera(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangeIsANewRevision() {
        var camera = camera("cam-elm");

        assertThat(camera.withKey(cameraKey("key-2")).revision()).isEqualTo(camera.revision() + 1);
        assertThat(camera.retired(NOW).revision()).isEqualTo(camera.revision() + 1);
    }

    @Test
    void aKeyIsFoundByItsIdWhileItIsOneOfTwo() {
        var rotated = camera("cam-elm").withKey(cameraKey("key-2")).withKey(cameraKey("key-3"));

        assertThat(rotated.key("key-1")).isEmpty();
        assertThat(rotated.key("key-2")).contains(cameraKey("key-2"));
        assertThat(rotated.key("key-3")).contains(cameraKey("key-3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aKeyIsThirtyTwoBytes(String text) {
        assertThat(CameraKey.isPublicKey(text)).isFalse();
        assertThatThrownBy(() -> new CameraKey("kid", text, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFixedCamerasFrameIsWhereTheCameraStands() {
        assertThat(FIXED.positionOr(CORNER)).isEqualTo(CORNER);
        assertThat(FIXED.headingOr(90)).isEqualTo(90);
    }

    @Test
    void aMobileCamerasFrameIsWhereItWasTaken() {
        assertThat(MOBILE.positionOr(CORNER)).isEqualTo(new Position(1, 2));
        assertThat(MOBILE.headingOr(90)).isEqualTo(7);
    }

    @Test
    void aFrameWithoutAPassIsAPassOfItsOwn() {
        assertThat(FIXED.passId("cam-elm", "upload")).isEqualTo("cam-elm-upload");
        assertThat(MOBILE.passId("cam-elm", "upload")).isEqualTo("cam-elm-pass");
    }

    @ParameterizedTest
    @ValueSource(doubles = {90.0001, -90.0001, Double.NaN, Double.POSITIVE_INFINITY})
    void aPlaceIsOnEarth(double latitude) {
        assertThatThrownBy(() -> new Position(latitude, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
