package passby.recognizer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuadTest {
    private static final Quad SQUARE = Quad.upright(10, 10, 30, 30);

    private static Quad of(double... xy) {
        return new Quad(
                new Corner(xy[0], xy[1]), new Corner(xy[2], xy[3]), new Corner(xy[4], xy[5]), new Corner(xy[6], xy[7]));
    }

    @Test
    void cornersThatCrossAreNoViewOfARectangle() {
        assertThat(SQUARE.isConvex()).isTrue();
        assertThat(of(10, 10, 30, 30, 30, 10, 10, 30).isConvex()).isFalse();
        assertThat(of(10, 10, 30, 10, 15, 15, 10, 30).isConvex()).isFalse();
        assertThat(of(10, 10, 10, 30, 30, 30, 30, 10).isConvex()).as("mirrored").isFalse();
        assertThat(of(10, 10, 10, 10, 10, 10, 10, 10).isConvex()).as("a point").isFalse();
    }

    @Test
    void aPartFollowsTheSidesOfASlantedPlate() {
        var slanted = of(0, 0, 100, 20, 100, 60, 0, 40);

        var lower = slanted.part(0, 0.5, 1, 1);

        assertThat(lower).isEqualTo(of(0, 20, 100, 40, 100, 60, 0, 40));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 30, 30, 1", "20, 10, 40, 30, 0.333", "30, 30, 50, 50, 0", "100, 100, 120, 120, 0"})
    void overlapIsWhatBothCoverOfAll(double left, double top, double right, double bottom, double share) {
        assertThat(SQUARE.overlap(Quad.upright(left, top, right, bottom))).isCloseTo(share, within(0.001));
    }

    @Test
    void aStickerLiesInItsPlate() {
        assertThat(Quad.upright(12, 12, 16, 16).shareIn(SQUARE)).isEqualTo(1);
        assertThat(SQUARE.shareIn(Quad.upright(12, 12, 16, 16))).isCloseTo(0.04, within(1e-9));
    }

    @Test
    void aPlateOfOnePixelOrBeyondTheEdgeHasABoxInThePicture() {
        assertThat(Quad.upright(5, 5, 5, 5).box(100, 100).width()).isEqualTo(0.01, within(1e-9));
        assertThat(Quad.upright(-50, -50, -10, -10).box(100, 100).left()).isZero();
        assertThat(Quad.upright(150, 150, 190, 190).box(100, 100).right()).isEqualTo(1, within(1e-9));
    }

    @Test
    void whatLiesBesideThePictureIsTold() {
        assertThat(Quad.upright(-10, 0, 90, 40).outside(200)).isEqualTo(0.1);
        assertThat(Quad.upright(120, 0, 220, 40).outside(200)).isEqualTo(0.2);
        assertThat(Quad.upright(20, 0, 120, 40).outside(200)).isZero();
    }
}
