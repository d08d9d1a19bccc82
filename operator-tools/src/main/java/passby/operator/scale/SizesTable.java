package passby.operator.scale;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import passby.aws.api.FunctionSpec;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;
import passby.operator.cost.Workload;

/** The table of docs/scale.md: a day of each size, and of the largest one in cells. */
final class SizesTable {
    static final List<Integer> CAMERAS = List.of(10, 1_000, 100_000);

    private static final int READS_PER_DAY = 3_000;
    private static final int HOURS = 24;
    private static final long SEED = 1;

    private SizesTable() {}

    /** @param functions of the city */
    static String markdown(List<FunctionSpec> functions) {
        var text = new StringBuilder("""
                | cameras | order | cells | p50, p99, p99.9 (s) | deepest queue | repeated calls | limits of AWS passed at the peak, tightest first | a camera and month |
                |---|---|---|---|---|---|---|---|
                """);
        for (var cameras : CAMERAS) {
            for (var order : List.of(RecognizerOrder.CONTAINER_ONLY, RecognizerOrder.REKOGNITION_FIRST)) {
                var whole = scenario(cameras, order, 1);
                text.append(row(functions, whole));
                var needed = Cells.needed(whole);
                if (needed > 1 && order == RecognizerOrder.CONTAINER_ONLY) {
                    text.append(row(functions, scenario(cameras, order, needed)));
                }
            }
        }
        return text.toString();
    }

    private static Scenario scenario(int cameras, RecognizerOrder order, int cells) {
        var workload = new Workload(cameras, READS_PER_DAY, order, NonHitRetention.DAYS_7, HitRetention.DAYS_365);
        return new Scenario(workload, HOURS, cells, Set.of(), SEED);
    }

    private static String row(List<FunctionSpec> functions, Scenario scenario) {
        var outcome = Simulation.run(scenario);
        var passed = Load.of(scenario.ofOneCell()).stream()
                .filter(load -> load.published() && load.share() > 1)
                .map(Load::what)
                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %,d | %,.1f, %,.1f, %,.1f | %,.0f | %,.0f | %s | $%,.2f |%n",
                scenario.workload().cameras(),
                scenario.workload().order().code(),
                scenario.cells(),
                outcome.latencies().within(0.5),
                outcome.latencies().within(0.99),
                outcome.latencies().within(0.999),
                outcome.deepestQueue(),
                outcome.refused(),
                passed.isEmpty() ? "none" : passed,
                Cells.of(functions, scenario).dollars() / scenario.workload().cameras());
    }
}
