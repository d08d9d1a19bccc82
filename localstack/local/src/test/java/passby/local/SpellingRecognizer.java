package passby.local;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import passby.core.picture.Box;
import passby.core.picture.Crop;
import passby.core.picture.Crops;
import passby.core.picture.FrameRef;
import passby.core.picture.Jpeg;
import passby.core.picture.PlateMask;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.Recognizer;
import passby.local.city.LocalFrames;

/**
 * Reads frames that spell out what they show, and hands all others to a recogniser with eyes. For journeys in which the
 * picture does not matter.
 */
final class SpellingRecognizer implements Recognizer, PlateMask {
    private static final String SPELLED = "spelled ";
    private static final String LATER = "later ";
    private static final String BREAKS = "breaks ";
    private static final Engine ENGINE = new Engine("spelled", "1");
    private static final Confidence SURE = new Confidence(0.99);
    private static final byte[] SMALLEST_CROP = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};

    private final LocalFrames frames;
    private final AtomicBoolean awake;
    private final Recognizer otherwise;

    /** @param awake whether frames that are to be read later are read now */
    SpellingRecognizer(LocalFrames frames, AtomicBoolean awake, Recognizer otherwise) {
        this.frames = frames;
        this.awake = awake;
        this.otherwise = otherwise;
    }

    /** A frame with these plates, such as {@code ABC1234/CA} or {@code ABC1234} of an unknown state. */
    static byte[] frame(String... plates) {
        return bytes(SPELLED + String.join(" ", plates));
    }

    /** A frame that cannot be read while the recogniser is not awake. */
    static byte[] later(String... plates) {
        return bytes(SPELLED + LATER + String.join(" ", plates));
    }

    /** A frame at which the recogniser fails with an exception that tells everything. */
    static byte[] breaking(String plate) {
        return bytes(SPELLED + BREAKS + plate);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Recognition read(FrameRef frame) {
        var bytes = frames.fetch(frame);
        if (bytes.isEmpty()) {
            return new Recognition.Gone();
        }
        var text = new String(bytes.get(), StandardCharsets.US_ASCII);
        return text.startsWith(SPELLED) ? spelled(text.substring(SPELLED.length())) : otherwise.read(frame);
    }

    /** Its crops show nothing at all. */
    @Override
    public Masked mask(Jpeg picture, List<Box> parts) {
        return new Masked.Done(picture);
    }

    private Recognition spelled(String text) {
        if (text.startsWith(BREAKS)) {
            throw new IllegalStateException("the recogniser broke over " + text.substring(BREAKS.length()));
        }
        if (!text.startsWith(LATER)) {
            return plates(text);
        }
        return awake.get() ? plates(text.substring(LATER.length())) : new Recognition.Unavailable("asleep");
    }

    private static Recognition plates(String text) {
        var readings = Arrays.stream(text.split(" "))
                .filter(plate -> !plate.isEmpty())
                .map(SpellingRecognizer::reading)
                .toList();
        return readings.isEmpty() ? new Recognition.NoPlate(ENGINE) : new Recognition.Plates(ENGINE, readings);
    }

    private static PlateReading reading(String spelled) {
        var parts = List.of(spelled.split("/"));
        var plate = new Plate(parts.getFirst());
        var candidate =
                new Candidate(plate, SURE, Collections.nCopies(plate.raw().length(), SURE));
        var state = parts.size() == 1 ? IssuingState.UNKNOWN : new IssuingState.Issued(parts.getLast(), SURE);
        var crop = new Crop(new Box(0.4, 0.5, 0.2, 0.1), new Jpeg(SMALLEST_CROP));
        return new PlateReading(crop.box(), List.of(candidate), state, new Crops(crop, crop));
    }
}
