package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;

class CalibrationTest {
    private static Candidate candidate(String plate, double confidence) {
        var sure = new Confidence(confidence);
        return new Candidate(new Plate(plate), sure, Collections.nCopies(plate.length(), sure));
    }

    private static double confidence(double share, double score) {
        return new Calibration(score, 0)
                .of(List.of(candidate("KLM4827", share)), 5)
                .getFirst()
                .confidence()
                .value();
    }

    @Test
    void whatTheFirstGainsTheOthersLose() {
        var calibrated = new Calibration(0.9, 0).of(List.of(candidate("KLM4827", 0.64), candidate("KLN4827", 0.36)), 5);

        assertThat(calibrated.get(0).confidence().value()).isGreaterThan(0.64);
        assertThat(calibrated.get(0).confidence().value()
                        + calibrated.get(1).confidence().value())
                .isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.9, 0, 0.01",
        "0.3, 0.5, 0, 0.2",
        "0.6, 0.9, 0.7, 0.85",
        "0.99, 0.9, 0.97, 1",
        "0.99, 0.1, 0.4, 0.6"
    })
    void aReadIsAsSureAsItsVotesAndItsDetection(double share, double score, double least, double most) {
        assertThat(confidence(share, score)).isBetween(least, most);
    }

    @Test
    void aPlateOfWhichACharacterMayLieOutsideThePictureIsNeverConfident() {
        var clear = List.of(candidate("KLM482", 0.99));

        var cut =
                new Calibration(0.99, 0.06).of(clear, 5).getFirst().confidence().value();
        var whole =
                new Calibration(0.99, 0.04).of(clear, 5).getFirst().confidence().value();

        assertThat(cut).isLessThanOrEqualTo(0.5);
        assertThat(whole).isGreaterThan(0.9);
    }

    @Test
    void nothingIsCertain() {
        assertThat(confidence(1, 1)).isLessThan(1);
    }

    @Test
    void whetherAZeroIsALetterIsNoDoubtOfAPlate() {
        var both = List.of(candidate("GRZLY0", 0.48), candidate("GRZLYO", 0.48));

        var sure = new Calibration(0.9, 0).of(both, 5).getFirst().confidence().value();

        assertThat(sure).isCloseTo(confidence(0.96, 0.9), within(1e-9));
    }

    @Test
    void whatIsRightOneTimeInTwentyIsNoReading() {
        assertThat(new Calibration(0.9, 0).isReadable(List.of())).isFalse();
        assertThat(new Calibration(0.5, 0).isReadable(List.of(candidate("KLM4827", 0.02))))
                .isFalse();
        assertThat(new Calibration(0.5, 0).isReadable(List.of(candidate("KLM4827", 0.9))))
                .isTrue();
    }
}
