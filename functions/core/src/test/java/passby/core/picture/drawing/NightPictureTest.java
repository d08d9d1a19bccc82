package passby.core.picture.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.picture.PictureKind;

final class NightPictureTest {
    private static final String PLATE = "34ACEF79";

    private static BufferedImage decoded(String plate, long seed, PictureKind kind) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(NightPicture.of(plate, seed, kind).bytes()));
    }

    private static int light(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xff;
    }

    @ParameterizedTest
    @EnumSource
    void whoeverDecodesItSeesALightPlateWithDarkCharactersAndNoColour(PictureKind kind) throws IOException {
        var picture = decoded(PLATE, 7, kind);
        var light = 0;
        var dark = 0;
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var rgb = picture.getRGB(x, y);
                assertThat(Math.abs((rgb >> 16 & 0xff) - (rgb & 0xff))).isLessThanOrEqualTo(1);
                light += light(picture, x, y) > 150 ? 1 : 0;
                dark += light(picture, x, y) < 70 ? 1 : 0;
            }
        }

        assertThat(picture.getRaster().getNumBands()).isEqualTo(3);
        assertThat(light).isGreaterThan(picture.getWidth() * picture.getHeight() / 60);
        assertThat(dark).isGreaterThan(picture.getWidth() * picture.getHeight() / 12);
    }

    @Test
    void theSameIsDrawnAgainAndAnotherPlateOrSeedOtherwise() {
        var picture = NightPicture.of(PLATE, 7, PictureKind.VEHICLE);

        assertThat(NightPicture.of(PLATE, 7, PictureKind.VEHICLE)).isEqualTo(picture);
        assertThat(NightPicture.of(PLATE, 8, PictureKind.VEHICLE)).isNotEqualTo(picture);
        assertThat(NightPicture.of("34ACEF77", 7, PictureKind.VEHICLE)).isNotEqualTo(picture);
    }

    /** Every block of eight by eight is written as it was: no more is lost than a camera's own compression loses. */
    @Test
    void whatIsWrittenIsReadBackToAFewShades() throws IOException {
        var light = new double[64 * 32];
        for (var at = 0; at < light.length; at++) {
            light[at] = 40 + 150.0 * (at % 64) / 63 + 30 * Math.sin(at / 192.0);
        }

        var picture = ImageIO.read(
                new ByteArrayInputStream(NeutralJpeg.of(64, 32, light).bytes()));

        for (var at = 0; at < light.length; at++) {
            assertThat(Math.abs(light(picture, at % 64, at / 64) - light[at])).isLessThan(8);
        }
    }
}
