package passby.recognizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import passby.core.plate.Candidate;
import passby.core.picture.FrameLimits;
import passby.core.plate.IssuingState;
import passby.core.recognition.OwnFormats;
import passby.core.recognition.PlateReading;
import passby.core.recognition.PlateSyntax;
import passby.recognizer.detect.Detection;
import passby.recognizer.detect.PlateDetector;
import passby.recognizer.detect.PlateSearch;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Mats;
import passby.recognizer.net.ModelFile;
import passby.recognizer.read.LineNet;
import passby.recognizer.read.SerialReader;
import passby.recognizer.read.Spellings;
import passby.recognizer.read.StateReader;

/** From an upright picture to what its plates say: each is found, read whole, and its state read from the print around its serial. */
final class PictureReader {
    /** A detection and what it says; no candidates where nothing can be read. */
    record Seen(Detection detection, List<Candidate> candidates, IssuingState state) {
        Quad plate() {
            return detection.plate();
        }

        /** Stickers on a plate look like plates themselves. */
        boolean holds(Quad smaller) {
            return !candidates.isEmpty() && smaller.shareIn(plate()) > ON_A_PLATE;
        }
    }

    /** Of its bounds, so much of a sticker lies on its plate. */
    private static final double ON_A_PLATE = 0.7;

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

    /** At most {@link FrameLimits#MAX_PLATES}, the largest first. */
    List<Seen> read(Mat picture, Deadline deadline) {
        try (var mats = new Mats()) {
            deadline.check();
            var grey = mats.empty();
            Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
            var found = new ArrayList<>(search.find(picture, FrameLimits.MAX_PLATES));
            found.sort(Comparator.comparingDouble(detection -> -detection.plate().area()));
            var seen = new ArrayList<Seen>();
            for (var detection : found) {
                deadline.check();
                if (seen.stream().noneMatch(plate -> plate.holds(detection.plate()))) {
                    seen.add(seen(picture, grey, detection));
                }
            }
            return seen;
        }
    }

    private Seen seen(Mat picture, Mat grey, Detection detection) {
        var readings = Spellings.of(serials.read(grey, detection.plate()));
        var ranked = syntax.rank(readings, IssuingState.UNKNOWN);
        if (!Calibration.isReadable(ranked)) {
            return new Seen(detection, List.of(), IssuingState.UNKNOWN);
        }
        var state = states.read(picture, detection.plate(), OwnFormats.of(ranked));
        return new Seen(detection, Calibration.of(syntax.rank(readings, state), PlateReading.MAX_CANDIDATES), state);
    }
}
