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
        var deadline = deadline();
        return source.fetch(frame)
                .<Recognition>map(bytes -> switch (open(bytes)) {
                    case Opened.Refused(var reason) -> new Recognition.Rejected(reason);
                    case Opened.Ready(var picture) -> read(picture, deadline);
                })
                .orElseGet(Recognition.Gone::new);
    }

    private Recognition read(Mat opened, Deadline deadline) {
        try (var mats = new Mats()) {
            var picture = mats.own(opened);
            var answer = reader().read(picture, deadline);
            if (answer.read().isEmpty()) {
                return new Recognition.NoPlate(ENGINE, answer.unread());
            }
            var read = answer.read().stream()
                    .sorted(Comparator.comparingDouble(plate -> plate.plate().left()))
                    .toList();
            var boxes = read.stream()
                    .map(plate -> plate.plate().box(picture.cols(), picture.rows()))
                    .toList();
            var crops = new CropCamera(picture, deadline).crops(boxes);
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
        var deadline = deadline();
        return source.fetch(frame)
                .<Cut>map(bytes -> switch (open(bytes)) {
                    case Opened.Refused(var reason) -> new Cut.Rejected(reason);
                    case Opened.Ready(var picture) -> crop(picture, plates, deadline);
                })
                .orElseGet(Cut.Gone::new);
    }

    private static Cut crop(Mat opened, List<Box> plates, Deadline deadline) {
        try (var mats = new Mats()) {
            return new Cut.Done(new CropCamera(mats.own(opened), deadline).crops(plates));
        } catch (Deadline.Passed e) {
            return new Cut.Rejected(RejectReason.TOO_SLOW);
        }
    }

    @Override
    public Masked mask(Jpeg picture, List<Box> parts) {
        return switch (open(picture.bytes())) {
            case Opened.Refused(var reason) -> new Masked.Rejected(reason);
            case Opened.Ready(var opened) -> {
                try (var mats = new Mats()) {
                    yield new Masked.Done(CropCamera.masked(mats.own(opened), parts));
                }
            }
        };
    }

    /** Counted from before the frame is fetched. */
    private Deadline deadline() {
        return Deadline.in(limits.frameTime(), clock);
    }

    private sealed interface Opened {
        record Ready(Mat picture) implements Opened {}

        record Refused(RejectReason reason) implements Opened {}
    }

    private Opened open(byte[] bytes) {
        return switch (JpegFile.examine(bytes)) {
            case JpegFile.Refused(var reason) -> new Opened.Refused(reason);
            case JpegFile.Fine fine -> {
                Natives.load(limits.threads());
                yield Pictures.decode(bytes, fine)
                        .<Opened>map(Opened.Ready::new)
                        .orElseGet(() -> new Opened.Refused(RejectReason.DAMAGED));
            }
        };
    }
}
