package passby.recognizer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.picture.FrameRef;
import passby.core.recognition.Recognition;
import passby.recognizer.PlateRecognizer;
import passby.recognizer.net.Natives;

class DrawnPlateTest {
    @Test
    void theSameSeedDrawsTheSamePicture() {
        Natives.load(1);

        var once = DrawnPlate.jpeg("HKL357", 120, 1, new Random(5));
        var again = DrawnPlate.jpeg("HKL357", 120, 1, new Random(5));

        assertThat(once).isEqualTo(again);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aWidePlateOfEveryFaceIsRead(int face) {
        Natives.load(1);
        var jpeg = DrawnPlate.jpeg("HKL357", 120, face, new Random(5));
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        var answer = new PlateRecognizer(_ -> Optional.of(jpeg), clock, PlateRecognizer.Limits.USUAL)
                .read(new FrameRef("uploads", "u/0/frame.jpg"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Recognition.Plates.class,
                        plates -> assertThat(plates.plates()
                                        .getFirst()
                                        .best()
                                        .plate()
                                        .raw())
                                .isEqualTo("HKL357"));
    }
}
