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
import passby.core.testing.ACamera;
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
        assertThat(FIXED.positionFor(camera("cam-elm"))).isEqualTo(CORNER);
        assertThat(FIXED.headingFor(camera("cam-elm"))).isEqualTo(90);
    }

    /** Whoever holds a stolen key cannot move a camera that stands on a pole. */
    @Test
    void aFixedCamerasFrameIsWhereTheCameraStandsWhateverItSays() {
        assertThat(MOBILE.positionFor(camera("cam-elm"))).isEqualTo(CORNER);
        assertThat(MOBILE.headingFor(camera("cam-elm"))).isEqualTo(90);
    }

    private static Camera mobile() {
        return ACamera.of("cam-elm").withMobile(true).build();
    }

    @Test
    void aSuspendedCameraIsOutOfServiceAndComesBackWhenItIsResumed() {
        var suspended = camera("cam-elm").suspended(NOW);

        assertThat(suspended.isInService(NOW)).isFalse();
        assertThat(suspended.isSuspended(NOW.minusMillis(1))).isFalse();
        assertThat(suspended.isSuspended(NOW)).isTrue();
        assertThat(suspended.suspended(null).isInService(NOW)).isTrue();
        assertThat(suspended.suspended(null).revision()).isEqualTo(3);
    }

    @Test
    void aMobileCamerasFrameIsWhereItWasTaken() {
        assertThat(MOBILE.positionFor(mobile())).isEqualTo(new Position(1, 2));
        assertThat(MOBILE.headingFor(mobile())).isEqualTo(7);
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
