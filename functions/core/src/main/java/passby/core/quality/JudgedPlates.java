package passby.core.quality;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many plates were judged, and how.
 *
 * @param counts by part and verdict, none of them zero
 */
public record JudgedPlates(Map<Part, Map<Verdict, Long>> counts) {
    public static final JudgedPlates NONE = new JudgedPlates(Map.of());

    public JudgedPlates {
        counts = counts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, part -> Map.copyOf(part.getValue())));
    }

    public static JudgedPlates of(Iterable<Judged> judged) {
        var counts = new TreeMap<Part, Map<Verdict, Long>>();
        judged.forEach(plate -> plate.parts().forEach(part -> merge(counts, part, Map.of(plate.verdict(), 1L))));
        return new JudgedPlates(counts);
    }

    public JudgedPlates plus(JudgedPlates other) {
        var sum = new TreeMap<Part, Map<Verdict, Long>>();
        counts.forEach((part, verdicts) -> merge(sum, part, verdicts));
        other.counts.forEach((part, verdicts) -> merge(sum, part, verdicts));
        return new JudgedPlates(sum);
    }

    private static void merge(Map<Part, Map<Verdict, Long>> sum, Part part, Map<Verdict, Long> verdicts) {
        var merged = sum.computeIfAbsent(part, _ -> new EnumMap<>(Verdict.class));
        verdicts.forEach((verdict, amount) -> merged.merge(verdict, amount, Long::sum));
    }

    public Rate rate(Source source) {
        return rate(source, Part.ALL);
    }

    public Rate rate(Source source, Part part) {
        return verdicts(source, part).entrySet().stream()
                .map(verdict -> verdict.getKey().rate(verdict.getValue()))
                .reduce(Rate.NONE, Rate::plus);
    }

    /** How many of each verdict of that source. */
    public Map<Verdict, Long> verdicts(Source source, Part part) {
        var found = new EnumMap<Verdict, Long>(Verdict.class);
        counts.getOrDefault(part, Map.of()).forEach((verdict, amount) -> {
            if (verdict.source() == source) {
                found.put(verdict, amount);
            }
        });
        return found;
    }
}
