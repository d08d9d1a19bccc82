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

    /** A wrong state is worse than none: 0.85 told three crops of half a more, and two of half b wrong. */
    private static final Confidence ENOUGH = new Confidence(0.95);

    /** From here on the print below the serial, which costs a third of a picture's time, is not read. */
    private static final Confidence CERTAIN = new Confidence(0.99);

    /** In narrower plates, in pixels, names are under six pixels high and none was read. */
    private static final double LEAST_WIDTH = 80;
    /** In narrower plates a name is so seldom legible that it is not looked for where the serial's format tells the state. */
    private static final double LEGIBLE_WIDTH = 100;
    /** Width by height; plates of the states have 2 seen from the front and less from the side, those of Brazil 3 and of Europe 4. */
    private static final double LONGEST = 2.75;

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
        var width = byFormat.isPresent() ? LEGIBLE_WIDTH : LEAST_WIDTH;
        if (plate.width() >= width && plate.width() < LONGEST * plate.height()) {
            add(picture, plate.part(-0.02, 0, 1.02, 0.33), evidence);
            if (!isCertain(evidence)) {
                add(picture, plate.part(-0.02, 0.76, 1.02, 1.08), evidence);
            }
        }
        return likeliest(evidence);
    }

    private static boolean isCertain(Map<String, Double> evidence) {
        return likeliest(evidence) instanceof IssuingState.Issued(var _, var sure) && sure.atLeast(CERTAIN);
    }

    private void add(Mat picture, Quad strip, Map<String, Double> evidence) {
        print.read(picture, List.of(strip))
                .forEach(line -> names(line).forEach((code, fit) -> evidence.merge(code, fit, Double::sum)));
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
