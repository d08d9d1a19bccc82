package passby.operator.scale;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;
import passby.operator.cost.Workload;

/** What {@code scripts/simulate} was asked for. */
sealed interface SimulateOptions {
    /** @param plot where the curves go, if anywhere */
    record Run(Scenario scenario, Optional<Path> plot) implements SimulateOptions {}

    /** The table of docs/scale.md. */
    record Table() implements SimulateOptions {}

    /** @param problems all that is wrong, a sentence each */
    record Wrong(List<String> problems) implements SimulateOptions {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** @param seed when none is named */
    static SimulateOptions parse(List<String> arguments, long seed) {
        return arguments.equals(List.of("--table")) ? new Table() : new Parser(seed).parse(arguments);
    }

    /** Reads every argument before it complains. */
    final class Parser {
        private static final int READS_PER_DAY = 3_000;
        private static final int DAY = 24;
        private static final String ALL_DIGITS = "[0-9]{1,18}";

        private final List<String> problems = new ArrayList<>();
        private long cameras;
        private long reads = READS_PER_DAY;
        private long hours = DAY;
        private long cells = 1;
        private long seed;
        private Optional<RecognizerOrder> order = Optional.of(RecognizerOrder.CONTAINER_ONLY);
        private Set<Fault> faults = EnumSet.noneOf(Fault.class);
        private Optional<Path> plot = Optional.empty();

        private Parser(long seed) {
            this.seed = seed;
        }

        private SimulateOptions parse(List<String> arguments) {
            for (var at = 0; at < arguments.size(); at += 2) {
                take(arguments.get(at), at + 1 < arguments.size() ? arguments.get(at + 1) : "");
            }
            require(cameras >= 1 && cameras <= Workload.MAX_CAMERAS, "--cameras", "1 to " + Workload.MAX_CAMERAS);
            require(reads >= 1 && reads <= Workload.MAX_READS_PER_DAY, "--reads-per-day", "1 to 100000");
            require(hours >= 1 && hours <= Scenario.MAX_HOURS, "--hours", "1 to " + Scenario.MAX_HOURS);
            require(cells >= 1 && cells <= Math.max(1, cameras), "--cells", "1 to the number of cameras");
            require(order.isPresent(), "--order", "rekognition-first, container-first or container-only");
            return problems.isEmpty() ? new Run(scenario(), plot) : new Wrong(problems);
        }

        private Scenario scenario() {
            var workload = new Workload(
                    (int) cameras, (int) reads, order.orElseThrow(), NonHitRetention.DAYS_7, HitRetention.DAYS_365);
            return new Scenario(workload, (int) hours, (int) cells, faults, seed);
        }

        private void take(String name, String value) {
            switch (name) {
                case "--cameras" -> cameras = whole(value);
                case "--reads-per-day" -> reads = whole(value);
                case "--hours" -> hours = whole(value);
                case "--cells" -> cells = whole(value);
                case "--seed" -> {
                    seed = whole(value);
                    require(seed >= 0, "--seed", "0 upwards, digits only");
                }
                case "--order" -> order = RecognizerOrder.parse(value);
                case "--faults" -> faults = faults(value);
                case "--plot" -> plot = Optional.of(Path.of(value));
                default -> problems.add("There is no option " + name + ".");
            }
        }

        private Set<Fault> faults(String value) {
            var found = EnumSet.noneOf(Fault.class);
            for (var code : value.split(",", -1)) {
                Fault.parse(code).ifPresentOrElse(found::add, () -> problems.add("There is no fault " + code + "."));
            }
            return found;
        }

        private void require(boolean fine, String name, String wanted) {
            if (!fine) {
                problems.add(name + " must be " + wanted + ".");
            }
        }

        /** Digits alone; otherwise -1. */
        private static long whole(String value) {
            return value.matches(ALL_DIGITS) ? Long.parseLong(value) : -1;
        }
    }
}
