package passby.recognizer.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import passby.core.recognition.IssuingState;
import passby.core.recognition.PlateReading;

/** What was counted over one set of pictures. */
final class Score {
    private static final double CONFIDENT = 0.9;

    private final List<Looked> looked = new ArrayList<>();

    /** One picture: what it shows, what was answered, how long that took by the clock and on the processor. */
    record Looked(Truth truth, List<PlateReading> plates, double millis, double cpuMillis) {
        Looked {
            plates = List.copyOf(plates);
        }

        String best() {
            return surest().map(plate -> plate.best().plate().raw()).orElse("");
        }

        double confidence() {
            return surest().map(plate -> plate.best().confidence().value()).orElse(0.0);
        }

        boolean state() {
            return surest().map(plate -> plate.state() instanceof IssuingState.Known)
                    .orElse(false);
        }

        boolean exact() {
            return best().equals(truth.text());
        }

        boolean folded() {
            return Truth.folded(best()).equals(Truth.folded(truth.text()));
        }

        /** Whether some plate that was answered lies on the true one. */
        boolean found() {
            return plates.stream().anyMatch(plate -> truth.isAround(plate.box()));
        }

        boolean chosen() {
            return surest().filter(plate -> truth.isAround(plate.box())).isPresent();
        }

        private Optional<PlateReading> surest() {
            return plates.stream()
                    .max(Comparator.comparing(plate -> plate.best().confidence()));
        }
    }

    void add(Looked picture) {
        looked.add(picture);
    }

    /** Names and numbers in the order in which they are printed. */
    Map<String, Double> numbers() {
        var confident = looked.stream().filter(l -> l.confidence() >= CONFIDENT).toList();
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("n", (double) looked.size());
        numbers.put("exact", count(looked, Looked::exact));
        numbers.put("folded", count(looked, Looked::folded));
        numbers.put("found", count(looked, Looked::found));
        numbers.put("chosen", count(looked, Looked::chosen));
        numbers.put(
                "plates", looked.stream().mapToDouble(l -> l.plates().size()).sum());
        numbers.put("states", count(looked, Looked::state));
        numbers.put("confident", (double) confident.size());
        numbers.put("confident_right", count(confident, Looked::folded));
        numbers.put("median_ms", percentile(0.5, Looked::millis));
        numbers.put("p90_ms", percentile(0.9, Looked::millis));
        numbers.put("median_cpu_ms", percentile(0.5, Looked::cpuMillis));
        numbers.put("p90_cpu_ms", percentile(0.9, Looked::cpuMillis));
        return numbers;
    }

    private static double count(List<Looked> all, Predicate<Looked> which) {
        return all.stream().filter(which).count();
    }

    private double percentile(double share, ToDoubleFunction<Looked> of) {
        var sorted = looked.stream().mapToDouble(of).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : Math.rint(sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))]);
    }
}
