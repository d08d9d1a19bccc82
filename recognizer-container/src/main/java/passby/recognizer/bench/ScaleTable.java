package passby.recognizer.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads at five scales and, of pictures that a plate fills, with two mirrored margins, by half: what holds at one scale alone is
 * noise, and so is what is smaller than its interval.
 */
final class ScaleTable {
    private static final List<Double> SCALES = List.of(0.85, 0.92, 1.0, 1.08, 1.2);
    private static final List<Double> MARGINS = List.of(0.3, 0.6);

    private final Map<String, List<Sample>> samples;
    private final Function<Sample, Looked> look;
    private final long seed;

    ScaleTable(Map<String, List<Sample>> samples, Function<Sample, Looked> look, long seed) {
        this.samples = samples;
        this.look = look;
        this.seed = seed;
    }

    void print(PrintStream out) {
        out.println(
                "| shown | set | a: right | b: right | bootstrap of both, % | a: confident (right) | b: confident (right) |");
        out.println("|---|---|---|---|---|---|---|");
        var halves = new LinkedHashMap<String, List<Looked>>();
        SCALES.forEach(scale -> samples.keySet().forEach(set -> {
            var looked = looked(set, new Shown(scale, 0));
            out.println(line("scale " + scale, set, looked));
            looked.forEach(l -> halves.computeIfAbsent(l.sample().half(), _ -> new ArrayList<>())
                    .add(l));
        }));
        if (samples.containsKey("crops")) {
            MARGINS.forEach(margin ->
                    out.println(line("margin " + margin, "crops", looked("crops", new Shown(1, margin)))));
        }
        halves.forEach((half, looked) -> {
            out.println("Half " + half + ", all scales:");
            Reliability.lines(looked, seed).forEach(out::println);
        });
    }

    private List<Looked> looked(String set, Shown shown) {
        return samples.getOrDefault(set, List.of()).stream()
                .map(sample -> look.apply(sample.as(shown)))
                .toList();
    }

    private String line(String shown, String set, List<Looked> looked) {
        var halves =
                looked.stream().collect(Collectors.groupingBy(l -> l.sample().half()));
        var a = halves.getOrDefault("a", List.of());
        var b = halves.getOrDefault("b", List.of());
        var interval = Interval.bootstrap(looked, Looked::isFolded, seed);
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(shown, set, right(a), right(b), interval.text(), confident(a), confident(b));
    }

    private static String right(List<Looked> half) {
        return half.stream().filter(Looked::isFolded).count() + " of " + half.size();
    }

    private static String confident(List<Looked> half) {
        var sure = half.stream().filter(Looked::isConfident).toList();
        return sure.size() + " (" + sure.stream().filter(Looked::isFolded).count() + ")";
    }
}
