package passby.local.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StreetScenesTest {
    private static final String SAMPLES = "/passby/local/springfield/samples/";
    /** Of 255: other fonts and another rasteriser move edges by a pixel, another scene moves everything. */
    private static final double SIMILAR = 6;

    private static final int LARGEST_FILE = 150_000;

    @TestFactory
    List<DynamicTest> theGeneratorDrawsWhatIsCommitted() {
        return StreetScenes.all().stream()
                .map(scene -> DynamicTest.dynamicTest(scene.file(), () -> {
                    var committed = committed(scene.file());

                    var drawn = StreetScenes.draw(scene);

                    assertThat(meanDifference(drawn, committed)).isLessThan(SIMILAR);
                }))
                .toList();
    }

    @Test
    void theMeasureTellsOneSceneFromAnother() throws Exception {
        var scenes = StreetScenes.all();

        var difference = meanDifference(
                StreetScenes.draw(scenes.getFirst()), committed(scenes.getLast().file()));

        assertThat(difference).isGreaterThan(3 * SIMILAR);
    }

    @Test
    void theTruthNamesEveryPlateOfEveryPicture() throws Exception {
        assertThat(new String(bytes("truth.csv"), UTF_8)).isEqualTo(StreetScenes.truth());
        assertThat(StreetScenes.truth())
                .contains("two-cars-day.jpg,LHN7154,NY\ntwo-cars-day.jpg,PFW83L,FL\n", "no-plate-day.jpg,,\n");
    }

    @Test
    void noPlateIsDrawnTwiceAndEachIsOneThatAPlateCanCarry() {
        var serials = StreetScenes.all().stream()
                .flatMap(scene -> scene.plates().stream())
                .map(Vehicle.Plated.With::serial)
                .toList();

        assertThat(serials)
                .doesNotHaveDuplicates()
                .allMatch(Pattern.compile("[A-Z0-9]{6,7}").asMatchPredicate());
    }

    @Test
    void thePicturesAreSmallEnoughForARepository() throws Exception {
        for (var scene : StreetScenes.all()) {
            assertThat(bytes(scene.file()).length).as(scene.file()).isLessThanOrEqualTo(LARGEST_FILE);
        }
    }

    private static BufferedImage committed(String file) throws IOException {
        return ImageIO.read(StreetScenesTest.class.getResource(SAMPLES + file));
    }

    private static byte[] bytes(String file) throws IOException {
        try (var in = StreetScenesTest.class.getResourceAsStream(SAMPLES + file)) {
            return in.readAllBytes();
        }
    }

    private static double meanDifference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                sum += part(a, b, 16) + part(a, b, 8) + part(a, b, 0);
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    private static int part(int a, int b, int shift) {
        return Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
    }
}
