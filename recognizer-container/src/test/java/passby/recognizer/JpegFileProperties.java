package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JpegFileProperties {
    @Property(tries = 500)
    void anyBytesAreExaminedWithoutAnException(@ForAll @Size(max = 400) byte[] tail) {
        var bytes = JpegBytes.declaring(0xc0, 64, 64, 3);
        var hostile = Arrays.copyOf(bytes, 2 + tail.length);
        System.arraycopy(tail, 0, hostile, 2, tail.length);

        assertThat(JpegFile.examine(hostile)).isNotNull();
        assertThat(JpegFile.examine(tail)).isNotNull();
    }

    @Property(tries = 500)
    void hostileExifMeansSomeOrientationAndNeverAnException(
            @ForAll @IntRange(max = 33) int place, @ForAll byte value, @ForAll @IntRange(max = 34) int length) {
        var exif = JpegBytes.exif(6);
        if (place < exif.length) {
            exif[place] = value;
        }

        assertThat(ExifOrientation.of(Arrays.copyOf(exif, Math.min(length, exif.length))))
                .isBetween(1, 8);
    }
}
