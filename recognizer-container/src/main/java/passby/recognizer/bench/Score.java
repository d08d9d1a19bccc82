package passby.recognizer.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.recognition.PlateReading;

/** The count of one set. */
final class Score {
    private static final double CONFIDENT = 0.9;

    private int pictures;
    private int exact;
    private int folded;
    private int among;
    private int answered;
    private int plates;
    private int confident;
    private int confidentRight;
    private int states;
    private final List<Double> millis = new ArrayList<>();

    /** What there is to say about a miss. */
    Optional<String> add(Truth truth, List<PlateReading> seen, double took) {
        pictures++;
        millis.add(took);
        plates += seen.size();
        var best = seen.stream().max(Comparator.comparing(plate -> plate.best().confidence()));
        if (best.isEmpty()) {
            return Optional.of(String.join("\t", truth.set(), truth.file(), truth.text(), "-"));
        }
        answered++;
        if (!(best.get().state() instanceof passby.core.recognition.IssuingState.Unknown)) {
            states++;
        }
        var read = best.get().best().plate().raw();
        var right = Truth.folded(read).equals(Truth.folded(truth.text()));
        exact += read.equals(truth.text()) ? 1 : 0;
        folded += right ? 1 : 0;
        among += seen.stream()
                        .flatMap(plate -> plate.candidates().stream())
                        .anyMatch(c -> Truth.folded(c.plate().raw()).equals(Truth.folded(truth.text())))
                ? 1
                : 0;
        var confidence = best.get().best().confidence().value();
        if (confidence >= CONFIDENT) {
            confident++;
            confidentRight += right ? 1 : 0;
        }
        var line = String.join(
                "\t",
                truth.set(),
                truth.file(),
                truth.text(),
                read,
                "%.3f".formatted(confidence),
                seen.size() + " plates",
                seen.stream()
                        .map(p -> p.best().plate().raw() + " "
                                + p.best().confidence().value() + " " + p.state())
                        .toList()
                        .toString());
        return read.equals(truth.text()) && !Boolean.getBoolean("all") ? Optional.empty() : Optional.of(line);
    }

    Map<String, Double> numbers() {
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("n", (double) pictures);
        numbers.put("exact", (double) exact);
        numbers.put("folded", (double) folded);
        numbers.put("among", (double) among);
        numbers.put("answered", (double) answered);
        numbers.put("plates", (double) plates);
        numbers.put("confident", (double) confident);
        numbers.put("confident_right", (double) confidentRight);
        numbers.put("states", (double) states);
        numbers.put("median_ms", Math.rint(RecognizerBench.percentile(millis, 0.5)));
        numbers.put("p90_ms", Math.rint(RecognizerBench.percentile(millis, 0.9)));
        return numbers;
    }
}
