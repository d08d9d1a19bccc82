package passby.recognizer.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What was counted over one set of pictures. Shares are percentages. Precision is how many of the confident reads are right
 * (folded), coverage how many of all reads are confident.
 */
final class Score {
    private final List<Looked> looked;

    Score(List<Looked> looked) {
        this.looked = List.copyOf(looked);
    }

    /** Names and numbers in the order in which they are printed; states only where the truth knows them. */
    Map<String, Double> numbers() {
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("n", (double) looked.size());
        numbers.put("exact", share(Looked::isExact));
        numbers.put("folded", share(Looked::isFolded));
        numbers.put("found", share(Looked::found));
        numbers.put("chosen", share(Looked::chosen));
        var confident = looked.stream().filter(Looked::isConfident).toList();
        numbers.put("precision", share(confident, Looked::isFolded));
        numbers.put("coverage", share(Looked::isConfident));
        numbers.put("median_ms", percentile(0.5, Looked::millis));
        numbers.put("p90_ms", percentile(0.9, Looked::millis));
        numbers.put("median_cpu_ms", percentile(0.5, Looked::cpuMillis));
        numbers.put("p90_cpu_ms", percentile(0.9, Looked::cpuMillis));
        if (looked.stream().anyMatch(l -> !l.sample().state().isEmpty())) {
            numbers.put("state_right", share(Looked::isStateRight));
            numbers.put("state_wrong", share(Looked::isStateWrong));
            numbers.put("state_unsaid", share(l -> l.state().isEmpty()));
        }
        return numbers;
    }

    /** One line of the table that readers are compared in. */
    String row(String reader, String set) {
        return "| %s | %s | %d | %d | %d | %d (%d) | %.0f ms |"
                .formatted(
                        reader,
                        set,
                        looked.size(),
                        count(Looked::isExact),
                        count(Looked::isFolded),
                        count(Looked::isConfident),
                        count(read -> read.isConfident() && read.isFolded()),
                        percentile(0.5, Looked::cpuMillis));
    }

    private long count(Predicate<Looked> which) {
        return looked.stream().filter(which).count();
    }

    private double share(Predicate<Looked> which) {
        return share(looked, which);
    }

    static double share(List<Looked> all, Predicate<Looked> which) {
        return all.isEmpty() ? 0 : Math.rint(1000.0 * all.stream().filter(which).count() / all.size()) / 10;
    }

    private double percentile(double share, ToDoubleFunction<Looked> of) {
        var sorted = looked.stream().mapToDouble(of).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : Math.rint(sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))]);
    }
}
