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

    @Test
    void whatTheFirstGainsTheOthersLose() {
        var calibrated = Calibration.of(List.of(candidate("KLM4827", 0.64), candidate("KLN4827", 0.36)));

        assertThat(calibrated.get(0).confidence().value()).isGreaterThan(0.64);
        assertThat(calibrated.get(0).confidence().value()
                        + calibrated.get(1).confidence().value())
                .isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.01", "0.1, 0.3, 0.6", "0.3, 0.7, 0.9", "0.6, 0.9, 0.97", "0.95, 0.98, 1"})
    void theMoreVotesTheSurer(double share, double least, double most) {
        var calibrated = Calibration.of(List.of(candidate("KLM4827", share)));

        assertThat(calibrated.getFirst().confidence().value()).isBetween(least, most);
    }

    @Test
    void certaintyStaysCertain() {
        var calibrated = Calibration.of(List.of(candidate("KLM4827", 1)));

        assertThat(calibrated.getFirst().confidence()).isEqualTo(new Confidence(1));
    }
}
