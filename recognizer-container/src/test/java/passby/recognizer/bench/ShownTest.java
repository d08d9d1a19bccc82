package passby.recognizer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShownTest {
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;

    /** Red on its left half, blue on its right one. */
    private static BufferedImage picture() {
        var picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < 20; y++) {
            for (var x = 0; x < 40; x++) {
                picture.setRGB(x, y, x < 20 ? RED : BLUE);
            }
        }
        return picture;
    }

    private static int colour(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xffffff;
    }

    @Test
    void aMarginIsThePicturesMirrorImage() {
        var shown = new Shown(1, 0.6).of(picture());

        assertThat(shown.getWidth()).isEqualTo(88);
        assertThat(shown.getHeight()).isEqualTo(44);
        assertThat(colour(shown, 1, 22)).isEqualTo(BLUE);
        assertThat(colour(shown, 20, 22)).isEqualTo(RED);
        assertThat(colour(shown, 30, 2)).isEqualTo(RED);
        assertThat(colour(shown, 60, 42)).isEqualTo(BLUE);
        assertThat(colour(shown, 86, 22)).isEqualTo(RED);
    }

    @Test
    void thePlateMovesWithThePicture() {
        var sample =
                new Sample("crops", Path.of("a.jpg"), "KLM4827", "", new Sample.Area(0, 0, 40, 20), Shown.AS_IT_IS);

        var shown = sample.as(new Shown(0.5, 0.6)).plate();

        assertThat(shown).isEqualTo(new Sample.Area(12, 6, 20, 10));
    }
}
