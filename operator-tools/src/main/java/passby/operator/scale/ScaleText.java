package passby.operator.scale;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import passby.aws.api.FunctionSpec;
import passby.operator.cost.Bill;

/** The report of one simulation, for people. */
final class ScaleText {
    private static final double[] SHARES = {0.5, 0.95, 0.99, 0.999};
    private static final double MINUTE = 60;
    private static final int TIGHTEST = 8;

    private ScaleText() {}

    static String of(List<FunctionSpec> functions, Scenario scenario, Outcome outcome) {
        try (var text = new Formatter(Locale.ROOT)) {
            tellScenario(text, scenario);
            tellOutcome(text, outcome);
            tellLoads(text, scenario);
            tellBill(text, functions, scenario);
            tellLimits(text);
            return text.toString();
        }
    }

    private static void tellScenario(Formatter text, Scenario scenario) {
        var workload = scenario.workload();
        text.format(
                "%,d cameras, %,d reads a day each, %s, %d hours, %d cell(s), faults %s, seed %d\n\n",
                workload.cameras(),
                workload.readsPerDay(),
                workload.order().code(),
                scenario.hours(),
                scenario.cells(),
                scenario.faults().isEmpty()
                        ? "none"
                        : String.join(
                                ",",
                                scenario.faults().stream()
                                        .map(Fault::code)
                                        .sorted()
                                        .toList()),
                scenario.seed());
    }

    private static void tellOutcome(Formatter text, Outcome outcome) {
        text.format("capture to stored read and alert, in seconds:");
        for (var share : SHARES) {
            text.format(
                    "  p%s %.2f",
                    Double.toString(share * 100).replaceAll("\\.0$", ""),
                    outcome.latencies().within(share));
        }
        text.format(
                "\nlonger than a minute: %.3f %%\n", 100 * outcome.latencies().beyond(MINUTE));
        text.format(
                "text messages wait: p50 %.1f s, p99 %.1f s\n",
                outcome.texts().within(0.5), outcome.texts().within(0.99));
        text.format("busiest minute of a cell: %,.1f reads a second\n", outcome.busiestMinute());
        text.format("deepest queue of a cell: %,.0f frames\n", outcome.deepestQueue());
        text.format("calls that a camera repeated: %,.0f\n", outcome.refused());
        text.format("deliveries that failed and came back: %,.0f\n", outcome.throttled());
        text.format("looks that Rekognition refused: %,.0f\n", outcome.refusedByRekognition());
        text.format("longest wait of a row for its deletion: %,.0f s\n", outcome.longestPurge());
        text.format(
                "balance: %,.0f captured = %,.0f stored + %,.0f waiting + %,.0f in dead letters: %s\n\n",
                outcome.captured(),
                outcome.stored(),
                outcome.waiting(),
                outcome.dead(),
                outcome.isBalanced() ? "closed" : "OPEN");
    }

    private static void tellLoads(Formatter text, Scenario scenario) {
        var cameras = scenario.ofOneCell().cameras();
        var loads = Load.of(scenario.ofOneCell());
        var first = loads.getFirst();
        text.format("%-52s %14s %12s %18s\n", "At the peak, in one cell", "needed", "limit", "cameras that fit");
        for (var load : loads.subList(0, TIGHTEST)) {
            text.format(
                    "%-52s %,14.1f %,12.0f %,18.0f%s\n",
                    load.what(),
                    load.needed(),
                    load.bound(),
                    load.camerasThatFit(cameras),
                    load.share() > 1 ? "  beyond it" : "");
        }
        text.format(
                "\n%s: %s\n",
                first.share() > 1 ? "Breaks first" : "Nothing breaks; first would be",
                first.what() + " (" + first.movedBy() + ")");
        loads.stream()
                .skip(1)
                .filter(load -> load.share() > 1)
                .forEach(load -> text.format("Then: %s (%s)\n", load.what(), load.movedBy()));
    }

    private static void tellBill(Formatter text, List<FunctionSpec> functions, Scenario scenario) {
        var bill = Bill.of(functions, scenario.ofOneCell());
        var all = Cells.of(functions, scenario);
        text.format("\n%-30s %16s\n", "A month, in dollars", scenario.cells() == 1 ? "" : "of one cell");
        bill.byService().forEach((service, dollars) -> text.format("%-30s %,16.2f\n", service.label(), dollars));
        text.format("%-30s %,16.2f\n", "All cells together", all.dollars());
        text.format(
                "%-30s %,16.2f\n",
                "A camera", all.dollars() / scenario.workload().cameras());
        text.format("Cells in which no limit of AWS is passed: %,d\n", Cells.needed(scenario));
    }

    private static void tellLimits(Formatter text) {
        text.format("\nLimits of AWS (a page that was not seen is marked ?):\n");
        for (var limit : Limit.values()) {
            text.format(
                    "%,9d%s %s %s\n",
                    limit.value(),
                    limit.source().seen() ? " " : "?",
                    limit.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    limit.source().page());
        }
    }
}
