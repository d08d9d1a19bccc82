package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.id.Ulids;
import passby.core.testing.CountingEntropy;
import passby.core.testing.MutableClock;

final class UploadKeyTest {
    private static final String ID = "01JDD0ABCDEFGHJKMNPQRSTVWX";

    private final String key = new UploadKey(NOW, "cam-elm", ID).format();

    @Test
    void aKeyTellsShardMinuteCameraAndId() {
        assertThat(key).matches("u/[0-9a-f]/203605061200/cam-elm/" + ID + "\\.jpg");
    }

    @Test
    void aKeyTellsAReadOfTheCameraFromAFrame() {
        var read = new UploadKey(NOW, "cam-elm", ID, UploadKey.Kind.READ);

        assertThat(read.format()).isEqualTo(key.replace(".jpg", ".json"));
        assertThat(UploadKey.parse(read.format())).contains(read);
        assertThat(UploadKey.parse(key.replace(".jpg", ".png"))).isEmpty();
    }

    @Test
    void aKeyWithTheShardOfAnotherIdIsNotOurs() {
        var digit = key.charAt(2) == '0' ? '1' : '0';

        assertThat(UploadKey.parse("u/" + digit + key.substring(3))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "u",
                "u/0/203605061200/cam-elm/.jpg",
                "u/0/203605061200/../01JDD0ABCDEFGHJKMNPQRSTVWX.jpg",
                "u/0/203605061200/Cam-Elm/01JDD0ABCDEFGHJKMNPQRSTVWX.jpg",
                "u/0/203605061200/cam-elm/01jdd0abcdefghjkmnpqrstvwx.jpg",
                "u/0/203605061200/cam-elm/8ZZZZZZZZZZZZZZZZZZZZZZZZZ.jpg",
                "/u/0/203605061200/cam-elm/01JDD0ABCDEFGHJKMNPQRSTVWX.jpg",
                "c/01JDD0ABCDEFGHJKMNPQRSTVWX-1/plate.jpg"
            })
    void aHostileKeyIsNobodysUpload(String hostile) {
        assertThat(UploadKey.parse(hostile)).isEmpty();
    }

    @Test
    void whatIsAddedToAKeyMakesItForeign() {
        assertThat(UploadKey.parse(key + "\n")).isEmpty();
        assertThat(UploadKey.parse(key + "?x")).isEmpty();
        assertThat(UploadKey.parse(key.replace(".jpg", ".jpg.jpg"))).isEmpty();
        assertThat(UploadKey.parse(key.replace("/cam-elm/", "/cam-elm//"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203613061200", "203605321200", "203605062400", "203605061260", "203602301200"})
    void aMinuteThatNeverWasIsNotOurs(String minute) {
        assertThat(UploadKey.parse(key.replace("203605061200", minute))).isEmpty();
    }

    @Test
    void aKeyLiesUnderOneOfTheSixteenPrefixesOfItsMinute() {
        assertThat(UploadKey.prefixes(NOW)).hasSize(16).doesNotHaveDuplicates().anyMatch(key::startsWith);
        assertThat(UploadKey.prefixes(NOW.plusSeconds(60))).noneMatch(key::startsWith);
    }

    @Test
    void theIdTellsTheIssueToTheMillisecond() {
        var issued = NOW.plusMillis(42_123);
        var id = new Ulids(new MutableClock(issued), new CountingEntropy(1)).next();
        var upload = new UploadKey(issued, "cam-elm", id);

        assertThat(upload.isIssuedAfter(issued.minusMillis(1))).isTrue();
        assertThat(upload.isIssuedAfter(issued)).isFalse();
    }
}
