package passby.recognizer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.picture.FrameLimits;
import passby.core.picture.RejectReason;

class JpegFileTest {
    private static byte[] picture() {
        return Drawings.jpeg(Drawings.road(320, 200));
    }

    private static byte[] many(int side, int scans) {
        var file = new ByteArrayOutputStream();
        var start = JpegBytes.declaring(0xc2, side, side, 3);
        file.write(start, 0, start.length - 2);
        for (var i = 1; i < scans; i++) {
            file.writeBytes(JpegBytes.scan());
        }
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return file.toByteArray();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no bytes", new byte[0], RejectReason.EMPTY),
                Arguments.of("50 MB", new byte[50 << 20], RejectReason.TOO_LARGE),
                Arguments.of("text", "GIF89a".getBytes(StandardCharsets.US_ASCII), RejectReason.NOT_A_JPEG),
                Arguments.of("two bytes", new byte[] {(byte) 0xff, (byte) 0xd8}, RejectReason.NOT_A_JPEG),
                Arguments.of(
                        "30,000 a side", JpegBytes.declaring(0xc0, 30_000, 30_000, 3), RejectReason.TOO_MANY_PIXELS),
                Arguments.of("long and thin", JpegBytes.declaring(0xc0, 12_001, 8, 3), RejectReason.TOO_MANY_PIXELS),
                Arguments.of(
                        "65,535 a side", JpegBytes.declaring(0xc2, 65_535, 65_535, 1), RejectReason.TOO_MANY_PIXELS),
                Arguments.of("no width", JpegBytes.declaring(0xc0, 0, 480, 3), RejectReason.DAMAGED),
                Arguments.of("four inks", JpegBytes.declaring(0xc0, 640, 480, 4), RejectReason.NOT_A_JPEG),
                Arguments.of("lossless", JpegBytes.declaring(0xc3, 640, 480, 3), RejectReason.NOT_A_JPEG),
                Arguments.of("arithmetic", JpegBytes.declaring(0xc9, 640, 480, 3), RejectReason.NOT_A_JPEG),
                Arguments.of("thousands of scans", many(64, 5000), RejectReason.TOO_SLOW),
                Arguments.of("two headers", twoHeaders(), RejectReason.DAMAGED),
                Arguments.of("a picture hidden behind ff 00", hiddenPicture(), RejectReason.DAMAGED),
                Arguments.of("many passes over a large picture", many(5000, 13), RejectReason.TOO_SLOW));
    }

    /** 64 x 48 when ff 00 is taken for a marker, 30,000 x 30,000 for a decoder that skips it (review of November 2026). */
    static byte[] hiddenPicture() {
        try (var file = JpegFileTest.class.getResourceAsStream("hidden-picture.jpg")) {
            return requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Markers that no camera writes: a decoder may skip them in a way of its own (T.81, table B.1). */
    @ParameterizedTest
    @MethodSource("otherMarkers")
    void aFileWithAMarkerThatNoCameraWritesIsRefused(int marker) {
        var jpeg = JpegBytes.withSegment(picture(), marker, new byte[20]);

        assertThat(JpegFile.examine(jpeg)).isInstanceOf(JpegFile.Refused.class);
    }

    static IntStream otherMarkers() {
        return Stream.of(
                        IntStream.rangeClosed(0x00, 0xbf), // reserved, and 01 for arithmetic coding
                        IntStream.rangeClosed(0xd0, 0xd8), // restarts outside coded data, and a second start
                        IntStream.of(0xdc, 0xde, 0xdf), // lines counted later, hierarchical coding
                        IntStream.rangeClosed(0xf0, 0xfd)) // reserved for extensions
                .flatMapToInt(each -> each);
    }

    /** The first header is small, the second, which a decoder might believe, is not. */
    private static byte[] twoHeaders() {
        var small = JpegBytes.declaring(0xc0, 64, 64, 3);
        var large = JpegBytes.declaring(0xc0, 5000, 5000, 3);
        var file = new ByteArrayOutputStream();
        file.write(small, 0, small.length - 2);
        file.write(large, 2, large.length - 2);
        return file.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aFrameIsRefusedUnderItsName(String what, byte[] bytes, RejectReason reason) {
        var examined = JpegFile.examine(bytes);

        assertThat(examined).as(what).isEqualTo(new JpegFile.Refused(reason));
    }

    @Test
    void aPictureThatBreaksOffAnywhereIsDamaged() {
        var whole = picture();

        for (var length = 4; length < whole.length - 1; length += 7) {
            var cut = Arrays.copyOf(whole, length);

            assertThat(JpegFile.examine(cut)).isEqualTo(new JpegFile.Refused(RejectReason.DAMAGED));
        }
    }

    @Test
    void aPictureIsFineWithItsStoredSize() {
        assertThat(JpegFile.examine(picture())).isEqualTo(new JpegFile.Fine(320, 200, 1));
    }

    @Test
    void whatCamerasAppendBehindThePictureDoesNotMatter() {
        var whole = picture();

        var longer = Arrays.copyOf(whole, whole.length + 5000);

        assertThat(JpegFile.examine(longer)).isEqualTo(new JpegFile.Fine(320, 200, 1));
    }

    @Test
    void thePixelLimitItselfIsAllowed() {
        var largest = JpegBytes.declaring(0xc0, 5000, FrameLimits.MAX_PIXELS / 5000, 3);

        assertThat(JpegFile.examine(largest)).isEqualTo(new JpegFile.Fine(5000, 5000, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrientationIsTakenFromExif(int orientation) {
        var jpeg = JpegBytes.withSegment(picture(), 0xe1, JpegBytes.exif(orientation));

        assertThat(JpegFile.examine(jpeg)).isEqualTo(new JpegFile.Fine(320, 200, orientation));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1, 300})
    void anOrientationThatDoesNotExistMeansUpright(int orientation) {
        assertThat(ExifOrientation.of(JpegBytes.exif(orientation))).isEqualTo(ExifOrientation.UPRIGHT);
    }
}
