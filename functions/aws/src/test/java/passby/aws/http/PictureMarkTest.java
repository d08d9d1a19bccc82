package passby.aws.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Accepted;
import passby.core.picture.Jpeg;

final class PictureMarkTest {
    private static final Accepted ACCEPTED = new Accepted("mzxw6ytboi2gk3tumvzxi33oma", "00");

    @Test
    void aMarkedPictureIsTheSamePictureForEveryReader() throws IOException {
        var picture = picture();

        var marked = PictureMark.mark(new Jpeg(picture), "officer-lopez", ACCEPTED);

        var before = ImageIO.read(new ByteArrayInputStream(picture));
        var after = ImageIO.read(new ByteArrayInputStream(marked));
        assertThat(after.getRGB(0, 0, 8, 8, null, 0, 8)).isEqualTo(before.getRGB(0, 0, 8, 8, null, 0, 8));
    }

    @Test
    void theMarkStandsRightBehindTheStartAndNothingElseChanges() throws IOException {
        var picture = picture();

        var marked = PictureMark.mark(new Jpeg(picture), "officer-lopez", ACCEPTED);

        var mark = "passby reader=officer-lopez entry=mzxw6ytboi2gk3tumvzxi33oma";
        assertThat(Arrays.copyOf(marked, 6)).containsExactly(0xff, 0xd8, 0xff, 0xfe, 0, mark.length() + 2);
        assertThat(new String(marked, 6, mark.length(), StandardCharsets.US_ASCII))
                .isEqualTo(mark);
        assertThat(Arrays.copyOfRange(marked, 6 + mark.length(), marked.length))
                .isEqualTo(Arrays.copyOfRange(picture, 2, picture.length));
    }

    @Test
    void aStrangeNameCannotBreakHeadersOrTheSegment() {
        assertThat(PictureMark.printable("a\r\nb\u0000é" + "x".repeat(300)))
                .hasSize(200)
                .startsWith("a??b??x");
    }

    @Test
    void whatIsNoJpegIsNotStreamed() {
        var text = new Jpeg(new byte[] {'G', 'I', 'F'});

        assertThatThrownBy(() -> PictureMark.mark(text, "officer-lopez", ACCEPTED))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, 0xffffff);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }
}
