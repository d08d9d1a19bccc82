package passby.recognizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import passby.core.picture.FrameLimits;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour;
import passby.core.recognition.OwnFormats;
import passby.core.recognition.PlateReading;
import passby.core.recognition.PlateSyntax;
import passby.core.recognition.UnreadPlate;
import passby.core.recognition.UnreadPlate.Reason;
import passby.recognizer.detect.Detection;
import passby.recognizer.detect.PlateDetector;
import passby.recognizer.detect.PlateSearch;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Mats;
import passby.recognizer.net.ModelFile;
import passby.recognizer.read.ColourReader;
import passby.recognizer.read.Legibility;
import passby.recognizer.read.LineNet;
import passby.recognizer.read.SerialReader;
import passby.recognizer.read.Spellings;
import passby.recognizer.read.StateReader;

/**
 * From an upright picture to what its plates say: each is found, straightened and read whole, and its state is read from the print
 * around its serial.
 */
final class PictureReader {
    /** A plate that was read. */
    record ReadPlate(Quad plate, List<Candidate> candidates, IssuingState state, VehicleColour colour) {}

    /** @param read at most {@link FrameLimits#MAX_PLATES} */
    record Answer(List<ReadPlate> read, List<UnreadPlate> unread) {}

    /** Of a sticker on a plate, so much lies on the plate; stickers look like plates themselves. */
    private static final double ON_A_PLATE = 0.7;

    /** From this score on what cannot be read is a plate all the same: 3 in 4 of the development pictures' are. */
    private static final double SURELY_PLATE = 0.6;

    private final PlateSearch search;
    private final SerialReader serials;
    private final StateReader states;
    private final PlateSyntax syntax = PlateSyntax.unitedStates();

    PictureReader(PlateSearch search, SerialReader serials, StateReader states) {
        this.search = search;
        this.serials = serials;
        this.states = states;
    }

    /** @param threads that a net may use */
    static PictureReader load(int threads) {
        return new PictureReader(
                new PlateSearch(new PlateDetector(ModelFile.DETECTOR.net(PlateDetector.OUTPUT, threads))),
                new SerialReader(new LineNet(ModelFile.READER.net(LineNet.OUTPUT, threads))),
                new StateReader(new LineNet(ModelFile.PRINT.net(LineNet.OUTPUT, threads))));
    }

    Answer read(Mat picture, Deadline deadline) {
        deadline.check();
        try (var mats = new Mats()) {
            var grey = mats.empty();
            Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
            var found = search.find(picture, FrameLimits.MAX_PLATES);
            var read = new ArrayList<ReadPlate>();
            var unread = new ArrayList<UnreadPlate>();
            for (var detection : largestFirst(found.plates())) {
                deadline.check();
                if (read.stream().anyMatch(plate -> detection.plate().shareIn(plate.plate()) > ON_A_PLATE)) {
                    continue;
                }
                read(picture, grey, detection).ifPresentOrElse(read::add, () -> {
                    if (detection.score() >= SURELY_PLATE) {
                        unread.add(unread(picture, detection, Legibility.reason(grey, detection.plate())));
                    }
                });
            }
            found.more().stream()
                    .map(detection -> unread(picture, detection, Reason.TOO_MANY))
                    .forEach(unread::add);
            return new Answer(read, unread.stream().limit(UnreadPlate.MAX).toList());
        }
    }

    /** Empty where it says nothing that can be believed. */
    private Optional<ReadPlate> read(Mat picture, Mat grey, Detection detection) {
        var plate = detection.plate();
        var readings = Spellings.of(serials.read(grey, plate));
        var ranked = syntax.rank(readings, IssuingState.UNKNOWN);
        var calibration = new Calibration(detection.score(), plate.outside(picture.cols()));
        if (!calibration.isReadable(ranked)) {
            return Optional.empty();
        }
        var state = states.read(picture, plate, OwnFormats.of(ranked));
        var candidates = calibration.of(syntax.rank(readings, state), PlateReading.MAX_CANDIDATES);
        return Optional.of(new ReadPlate(plate, candidates, state, ColourReader.read(picture, plate)));
    }

    private static List<Detection> largestFirst(List<Detection> detections) {
        return detections.stream()
                .sorted(Comparator.comparingDouble(
                        detection -> -detection.plate().area()))
                .toList();
    }

    private static UnreadPlate unread(Mat picture, Detection detection, Reason reason) {
        return new UnreadPlate(detection.plate().box(picture.cols(), picture.rows()), reason);
    }
}
