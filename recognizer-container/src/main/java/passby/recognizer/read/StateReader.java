package passby.recognizer.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.recognition.StateNames;
import passby.recognizer.detect.Quad;

/**
 * Reads which state is printed above or below a serial: the names, slogans and web addresses of all states are laid against what
 * a reader of print sees in two strips of the straightened plate, and what fits best counts.
 */
public final class StateReader {
    /** What a name must fit better than, in natural logarithms, to be seen at all. Chosen on half a of the crops. */
    private static final double NO_STATE = 4;

    private static final Confidence ENOUGH = new Confidence(0.85);

    /** In narrower plates, in pixels, names are under five pixels high. */
    private static final double LEAST_WIDTH = 60;

    private final LineNet print;

    public StateReader(LineNet print) {
        this.print = print;
    }

    /**
     * @param picture in colour
     * @param byFormat the state that the serial's own format tells, if it does
     */
    public IssuingState read(Mat picture, Quad plate, Optional<IssuingState.Issued> byFormat) {
        var evidence = new HashMap<String, Double>();
        byFormat.ifPresent(state -> evidence.put(state.code(), NO_STATE + logOdds(state.confidence())));
        if (plate.width() >= LEAST_WIDTH) {
            var strips = List.of(plate.part(-0.02, 0, 1.02, 0.33), plate.part(-0.02, 0.76, 1.02, 1.08));
            print.read(picture, strips)
                    .forEach(strip -> names(strip).forEach((code, fit) -> evidence.merge(code, fit, Double::sum)));
        }
        return likeliest(evidence);
    }

    private static double logOdds(Confidence confidence) {
        return Math.log(confidence.value() / (1 - confidence.value()));
    }

    private static Map<String, Double> names(Lattice strip) {
        var seen = new PrintedLine(strip);
        var best = new HashMap<String, Double>();
        StateNames.all().forEach(name -> best.merge(name.code(), seen.fit(name.text()), Math::max));
        return best;
    }

    private static IssuingState likeliest(Map<String, Double> evidence) {
        var all = Math.exp(NO_STATE)
                + evidence.values().stream().mapToDouble(Math::expm1).sum();
        return evidence.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> new IssuingState.Issued(
                        best.getKey(), new Confidence(Math.min(1, Math.exp(best.getValue()) / all))))
                .filter(known -> known.confidence().atLeast(ENOUGH))
                .<IssuingState>map(known -> known)
                .orElse(IssuingState.UNKNOWN);
    }
}
