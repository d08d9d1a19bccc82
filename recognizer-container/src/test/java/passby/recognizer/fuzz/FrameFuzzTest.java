package passby.recognizer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.picture.Box;
import passby.core.picture.CropCutter.Cut;
import passby.core.picture.Crops;
import passby.core.picture.FrameLimits;
import passby.core.picture.FrameRef;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.recognizer.PlateRecognizer;
import passby.recognizer.wire.RecognizerWire;

class FrameFuzzTest {
    private static final FrameRef FRAME = new FrameRef("uploads", "u/0/frame.jpg");
    private static final List<Box> MANY = Collections.nCopies(FrameLimits.MAX_PLATES, new Box(0.9, 0.9, 0.1, 0.1));
    private static final RecognizerWire WIRE = new RecognizerWire();

    /** Made once, because loading the models takes longer than a frame. */
    private static final Slot SLOT = new Slot();

    private static final PlateRecognizer RECOGNIZER =
            new PlateRecognizer(_ -> Optional.of(SLOT.bytes), Clock.systemUTC(), PlateRecognizer.Limits.USUAL);

    static Stream<byte[]> hostileFrames() {
        return HostileFrames.all();
    }

    @MethodSource("hostileFrames")
    @FuzzTest(maxDuration = "5m")
    void strangersBytesAreReadOrRefusedWithinTheLimits(byte[] bytes) {
        SLOT.bytes = bytes;

        var read = RECOGNIZER.read(FRAME);
        var cut = RECOGNIZER.crop(FRAME, MANY);

        assertThat(WIRE.decodeRecognition(WIRE.encode(read))).isEqualTo(read);
        assertThat(WIRE.decodeCut(WIRE.encode(cut))).isEqualTo(cut);
        assertThat(read).isNotInstanceOfAny(Recognition.Gone.class, Recognition.Unavailable.class);
        assertThat(cut).isNotInstanceOfAny(Cut.Gone.class, Cut.Unavailable.class);
        assertThat(cropBytes(crops(read))).isLessThanOrEqualTo(FrameLimits.MAX_CROP_BYTES);
        assertThat(cropBytes(crops(cut))).isLessThanOrEqualTo(FrameLimits.MAX_CROP_BYTES);
    }

    private static List<Crops> crops(Recognition read) {
        return read instanceof Recognition.Plates answered
                ? answered.plates().stream().map(PlateReading::crops).toList()
                : List.of();
    }

    private static List<Crops> crops(Cut cut) {
        return cut instanceof Cut.Done done ? done.crops() : List.of();
    }

    private static long cropBytes(List<Crops> crops) {
        assertThat(crops).hasSizeLessThanOrEqualTo(FrameLimits.MAX_PLATES);
        return crops.stream()
                .mapToLong(c -> (long) c.plate().picture().length()
                        + c.vehicle().picture().length())
                .sum();
    }

    /** What the store holds at the moment. */
    private static final class Slot {
        private byte[] bytes = new byte[0];
    }
}
