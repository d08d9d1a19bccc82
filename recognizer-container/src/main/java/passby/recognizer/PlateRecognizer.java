package passby.recognizer;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import passby.core.picture.Box;
import passby.core.picture.CropCutter;
import passby.core.picture.Crops;
import passby.core.picture.FrameRef;
import passby.core.picture.Jpeg;
import passby.core.picture.PlateMask;
import passby.core.picture.RejectReason;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.Recognizer;
import passby.core.retention.Timing;
import passby.recognizer.net.Mats;
import passby.recognizer.net.Natives;

/**
 * Our own recogniser: the same in a Lambda function of its own and inside a local process. Safe for several threads; the
 * models (about 20 MB) are loaded at the first frame. Bytes are examined before anything decodes them.
 *
 * <p>An exception of the {@link FrameSource} passes through: then the world is broken, not the frame.
 */
public final class PlateRecognizer implements Recognizer, CropCutter, PlateMask {
    public static final Engine ENGINE = new Engine("container", "detector1-reader4");

    /**
     * @param threads that a net and OpenCV may use
     * @param frameTime after which a frame is given up as too slow
     */
    public record Limits(int threads, Duration frameTime) {
        public static final Limits USUAL = new Limits(1, Timing.RECOGNIZER_FRAME);
    }

    private final FrameSource source;
    private final Clock clock;
    private final Limits limits;
    private @Nullable PictureReader reader;

    public PlateRecognizer(FrameSource source, Clock clock, Limits limits) {
        this.source = source;
        this.clock = clock;
        this.limits = limits;
    }

    /** Loads models and natives now instead of at the first frame. */
    public void warm() {
        Natives.load(limits.threads());
        reader();
    }

    /** Loaded once, whichever thread comes first. */
    private synchronized PictureReader reader() {
        var loaded = reader;
        if (loaded == null) {
            loaded = PictureReader.load(limits.threads());
            reader = loaded;
        }
        return loaded;
    }

    @Override
    public Recognition read(FrameRef frame) {
        return switch (open(frame)) {
            case Opened.Gone _ -> new Recognition.Gone();
            case Opened.Refused(var reason) -> new Recognition.Rejected(reason);
            case Opened.Ready ready -> read(ready);
        };
    }

    private Recognition read(Opened.Ready opened) {
        try (var mats = new Mats()) {
            var picture = mats.own(opened.picture());
            var answer = reader().read(picture, opened.deadline());
            if (answer.read().isEmpty()) {
                return new Recognition.NoPlate(ENGINE, answer.unread());
            }
            var read = answer.read().stream()
                    .sorted(Comparator.comparingDouble(plate -> plate.plate().left()))
                    .toList();
            var boxes = read.stream()
                    .map(plate -> plate.plate().box(picture.cols(), picture.rows()))
                    .toList();
            var crops = new CropCamera(picture, opened.deadline()).crops(boxes);
            var readings = IntStream.range(0, read.size())
                    .mapToObj(i -> reading(read.get(i), crops.get(i)))
                    .toList();
            return new Recognition.Plates(ENGINE, readings, answer.unread());
        } catch (Deadline.Passed e) {
            return new Recognition.Rejected(RejectReason.TOO_SLOW);
        }
    }

    private static PlateReading reading(PictureReader.ReadPlate plate, Crops crops) {
        return new PlateReading(crops.plate().box(), plate.candidates(), plate.state(), plate.colour(), crops);
    }

    @Override
    public Cut crop(FrameRef frame, List<Box> plates) {
        return switch (open(frame)) {
            case Opened.Gone _ -> new Cut.Gone();
            case Opened.Refused(var reason) -> new Cut.Rejected(reason);
            case Opened.Ready ready -> crop(ready, plates);
        };
    }

    private static Cut crop(Opened.Ready opened, List<Box> plates) {
        try (var mats = new Mats()) {
            var picture = mats.own(opened.picture());
            return new Cut.Done(new CropCamera(picture, opened.deadline()).crops(plates));
        } catch (Deadline.Passed e) {
            return new Cut.Rejected(RejectReason.TOO_SLOW);
        }
    }

    @Override
    public Masked mask(Jpeg picture, List<Box> parts) {
        return switch (open(picture.bytes(), Deadline.in(limits.frameTime(), clock))) {
            case Opened.Gone _ -> new Masked.Rejected(RejectReason.EMPTY);
            case Opened.Refused(var reason) -> new Masked.Rejected(reason);
            case Opened.Ready ready -> {
                try (var mats = new Mats()) {
                    yield new Masked.Done(CropCamera.masked(mats.own(ready.picture()), parts));
                }
            }
        };
    }

    private sealed interface Opened {
        record Ready(Mat picture, Deadline deadline) implements Opened {}

        record Refused(RejectReason reason) implements Opened {}

        record Gone() implements Opened {}
    }

    private Opened open(FrameRef frame) {
        var deadline = Deadline.in(limits.frameTime(), clock);
        var bytes = source.fetch(frame);
        if (bytes.isEmpty()) {
            return new Opened.Gone();
        }
        return open(bytes.get(), deadline);
    }

    private Opened open(byte[] bytes, Deadline deadline) {
        return switch (JpegFile.examine(bytes)) {
            case JpegFile.Refused(var reason) -> new Opened.Refused(reason);
            case JpegFile.Fine fine -> decoded(bytes, fine, deadline);
        };
    }

    private Opened decoded(byte[] bytes, JpegFile.Fine declared, Deadline deadline) {
        Natives.load(limits.threads());
        return Pictures.decode(bytes, declared)
                .<Opened>map(picture -> new Opened.Ready(picture, deadline))
                .orElseGet(() -> new Opened.Refused(RejectReason.DAMAGED));
    }
}
