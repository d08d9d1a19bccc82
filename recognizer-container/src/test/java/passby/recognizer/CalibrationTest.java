package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.recognition.Candidate;
import passby.core.recognition.Confidence;
import passby.core.recognition.Plate;

class CalibrationTest {
    private static Candidate candidate(String plate, double confidence) {
        var sure = new Confidence(confidence);
        return new Candidate(new Plate(plate), sure, Collections.nCopies(plate.length(), sure));
    }

    @Test
    void whatTheFirstGainsTheOthersLose() {
        var calibrated = Calibration.of(List.of(candidate("KLM4827", 0.64), candidate("KLN4827", 0.36)));

        assertThat(calibrated.get(0).confidence().value()).isCloseTo(0.8, within(1e-9));
        assertThat(calibrated.get(1).confidence().value()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void certaintyStaysCertain() {
        var calibrated = Calibration.of(List.of(candidate("KLM4827", 1)));

        assertThat(calibrated.getFirst().confidence()).isEqualTo(new Confidence(1));
    }
}
